package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.ReplyFormatter;
import io.tunetally.reply.ReplyFormatterContract;
import io.tunetally.reply.SampleReplies;
import io.tunetally.reply.Span;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SlackFormatterTest {
    @Nested
    class Posts implements Contract {
        @Override
        public ReplyFormatter<SlackMessage> formatter() {
            return new SlackFormatter(SlackFormatter.Tables.NATIVE);
        }
    }

    @Nested
    class Acks implements Contract {
        @Override
        public ReplyFormatter<SlackMessage> formatter() {
            return new SlackFormatter(SlackFormatter.Tables.TEXT);
        }
    }

    /** The contract, read from the payload's JSON. */
    interface Contract extends ReplyFormatterContract<SlackMessage> {
        @Override
        default String visible(SlackMessage message) {
            return LimitsCheck.of(json(message)).visible();
        }

        @Override
        default List<String> brokenLimits(SlackMessage message) {
            return LimitsCheck.of(json(message)).broken();
        }

        @Override
        default List<String> commands(SlackMessage message) {
            return LimitsCheck.of(json(message)).commands();
        }
    }

    @Test
    void standsATableInAPostOnly() {
        Block.Table table = new Block.Table(
                List.of(Block.Column.text("GPU"), Block.Column.number("$")), List.of(List.of("H100", "2")));

        assertThat(types(post(table, table))).containsExactly("header", "table", "section");
        assertThat(types(ack(table, table))).containsExactly("header", "section", "section");
    }

    @Test
    void putsNamesAndValuesIntoColumns() {
        JsonObject payload = ack(new Block.Facts(List.of(Block.Fact.of("Training", Span.strong("$37.50")))));

        assertThat(payload.getAsJsonArray("blocks").get(1)).hasToString("""
                {"type":"section","fields":[{"type":"mrkdwn","text":"*Training*\\n*$37.50*","verbatim":true}]}""");
    }

    @Test
    void leavesNothingThatPingsOrChangesTheLayout() {
        JsonObject payload = ack(Block.Text.of(Span.plain(SampleReplies.HOSTILE + "\n> quote")));

        assertThat(payload.getAsJsonArray("blocks")
                        .get(1)
                        .getAsJsonObject()
                        .getAsJsonObject("text")
                        .get("text")
                        .getAsString())
                .isEqualTo("&lt;!channel&gt; &lt;@\u2060U024BE7LH&gt; @\u2060everyone &amp; "
                        + "&lt;https://example.test|click&gt; ˋcodeˋ ∗b∗ ˍiˍ ∼s∼ ||x|| ˋˋˋfenceˋˋˋ # &gt; quote\n"
                        + "\u2060&gt; quote");
    }

    @Test
    void linksToWebAddressesOnly() {
        JsonObject payload = ack(Block.Text.of(
                new Span.Link("a|b", "https://example.test/?a=1&b=2"), new Span.Link("x", "javascript:alert(1)")));

        assertThat(payload.get("blocks").toString())
                .contains("<https://example.test/?a=1&amp;b=2|a∣b>")
                .doesNotContain("javascript");
    }

    @Test
    void saysTheWholeReplyInTheTextForNotificationsAndScreenReaders() {
        JsonObject payload = post(new Block.Table(
                List.of(Block.Column.text("GPU"), Block.Column.number("$")), List.of(List.of("H100", "2"))));

        assertThat(payload.get("text").getAsString())
                .startsWith("GPT-4o: $37.50\n")
                .contains("H100  2");
        assertThat(payload.get("unfurl_links").getAsBoolean()).isFalse();
        assertThat(payload.get("unfurl_media").getAsBoolean()).isFalse();
    }

    private static JsonObject post(Block... blocks) {
        return json(new SlackFormatter(SlackFormatter.Tables.NATIVE).format(reply(blocks)));
    }

    private static JsonObject ack(Block... blocks) {
        return json(new SlackFormatter(SlackFormatter.Tables.TEXT).format(reply(blocks)));
    }

    private static Reply reply(Block... blocks) {
        return new Reply("GPT-4o: $37.50", List.of(blocks), Audience.EVERYONE);
    }

    static JsonObject json(SlackMessage message) {
        return SlackMessage.GSON.toJsonTree(message.payload()).getAsJsonObject();
    }

    private static List<String> types(JsonObject payload) {
        return payload.getAsJsonArray("blocks").asList().stream()
                .map(block -> block.getAsJsonObject().get("type").getAsString())
                .toList();
    }
}
