package io.tunetally.slack.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import io.tunetally.reply.ReplyFormatter;
import io.tunetally.reply.ReplyFormatterContract;
import io.tunetally.reply.SampleReplies;
import io.tunetally.reply.Span;
import io.tunetally.slack.fake.LimitsCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@Requirement("slack-20a")
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

    @Nested
    class NewestPosts implements Contract {
        @Override
        public ReplyFormatter<SlackMessage> formatter() {
            return new SlackFormatter(SlackFormatter.Tables.NEWEST);
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
    void givesNumbersThatCanBeSortedToTheNewestTable() {
        Block.Table table = new Block.Table(
                List.of(Block.Column.text("GPU"), Block.Column.number("$")),
                List.of(List.of("H100", "$1,002.50"), List.of("A100", "$1-$2")));

        JsonObject block = json(new SlackFormatter(SlackFormatter.Tables.NEWEST).format(reply(table)))
                .getAsJsonArray("blocks")
                .get(1)
                .getAsJsonObject();

        assertThat(block.get("type").getAsString()).isEqualTo("data_table");
        assertThat(block.get("rows").toString())
                .contains(
                        "{\"type\":\"raw_number\",\"text\":\"$1,002.50\",\"value\":1002.50}",
                        "{\"type\":\"raw_text\",\"text\":\"$1-$2\"}");
    }

    @Test
    void drawsLinesOverTimeWithTheNewestBlocksAlone() {
        ChartSpec.Lines lines = new ChartSpec.Lines(
                "Cost over time",
                "guide prices",
                List.of(new ChartSpec.Tick("start", 0), new ChartSpec.Tick("month 1", 30)),
                List.of(new ChartSpec.Line("GPT-4o", List.of(amount("10"), amount("20")))),
                null);
        ChartSpec.Lines ranges = new ChartSpec.Lines(
                "Cost over time",
                "guide prices",
                lines.ticks(),
                List.of(new ChartSpec.Line(
                        "GPT-4o",
                        List.of(amount("10"), new ChartSpec.Amount(BigDecimal.ONE, BigDecimal.TEN, "$1-$10")))),
                null);
        SlackFormatter newest = new SlackFormatter(SlackFormatter.Tables.NEWEST);

        assertThat(types(json(newest.format(reply(new Block.Chart(lines))))))
                .containsExactly("header", "data_visualization");
        assertThat(types(json(newest.format(reply(new Block.Chart(ranges)))))).containsExactly("header", "section");
        assertThat(types(post(new Block.Chart(lines)))).containsExactly("header", "section");
        assertThat(json(newest.format(reply(new Block.Chart(lines))))
                        .get("blocks")
                        .toString())
                .contains(
                        "\"chart\":{\"type\":\"line\",\"series\":[{\"name\":\"GPT-4o\",\"data\":[{\"label\":\"start\",\"value\":10}",
                        "\"axis_config\":{\"categories\":[\"start\",\"month 1\"]}");
    }

    private static ChartSpec.Amount amount(String usd) {
        return new ChartSpec.Amount(new BigDecimal(usd), new BigDecimal(usd), "$" + usd);
    }

    @Test
    void putsNamesAndValuesIntoColumns() {
        JsonObject payload = ack(new Block.Facts(List.of(Block.Fact.of("Training", Span.strong("$37.50")))));

        assertThat(payload.getAsJsonArray("blocks").get(1)).hasToString("""
                {"type":"section","fields":[{"type":"mrkdwn","text":"*Training*\\n*$37.50*","verbatim":true}]}""");
    }

    @Requirement("slack-19a")
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

    /** Cut to the length of a header, it would say something else; after a cut one, the whole would repeat it. */
    @Test
    void standsATitleThatIsLongerThanAHeaderInBold() {
        String header =
                "GPT-4o mini on OpenAI shuts down on 2027-01-14: ".repeat(4).substring(0, 150);
        String longer = header + "!";

        assertThat(first(titled(header)))
                .isEqualTo("{\"type\":\"header\",\"text\":{\"type\":\"plain_text\",\"text\":\"" + header
                        + "\",\"emoji\":false}}");
        assertThat(first(titled(longer)))
                .isEqualTo("{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"*" + longer
                        + "*\",\"verbatim\":true}}");
        assertThat(titled(longer).get("text").getAsString()).isEqualTo(longer);
    }

    /** Slack sets several texts of a context block beside each other. */
    @Requirement("slack-21")
    @Test
    void setsLinesOfContextUnderEachOther() {
        JsonObject payload = ack(new Block.Notes(
                Block.Tone.BASIS,
                List.of(List.of(Span.plain("The guide's figure: $0.22")), List.of(Span.plain("1,000 examples")))));

        assertThat(payload.getAsJsonArray("blocks").get(1)).hasToString("""
                {"type":"context","elements":[{"type":"mrkdwn","text":"The guide's figure: $0.22\\n1,000 examples\\n\
                All amounts in US dollars.","verbatim":true}]}""");
    }

    @Test
    void setsAShortTableForAPhoneAndALongOneForALaptop() {
        assertThat(LimitsCheck.of(ack(wide(5))).visible()).contains("""
                Model
                  Provider             Training   $/1M
                ----------------------------------------
                Nemotron 3 Nano 30B-A3 0
                  Thinking Machines 0     $0.66  $0.44
                """);
        assertThat(LimitsCheck.of(ack(wide(6))).visible())
                .contains("Nemotron 3 Nano 30B-A3 0  Thinking Machines 0     $0.66  $0.44\n");
    }

    private static Block.Table wide(int rows) {
        return new Block.Table(
                List.of(
                        Block.Column.text("Model"),
                        Block.Column.text("Provider"),
                        Block.Column.number("Training"),
                        Block.Column.number("$/1M")),
                IntStream.range(0, rows)
                        .mapToObj(
                                n -> List.of("Nemotron 3 Nano 30B-A3 " + n, "Thinking Machines " + n, "$0.66", "$0.44"))
                        .toList());
    }

    @Test
    void showsNothingAfterAPartThatFindsNoRoom() {
        JsonObject payload = ack(
                Block.Text.of(Span.plain("word ".repeat(1_500))),
                wide(100),
                Block.Text.of(Span.strong("A heading"), Span.plain(" and its figures")));

        assertThat(LimitsCheck.of(payload).visible())
                .contains("Thinking Machines 0 ")
                .doesNotContain("Thinking Machines 99", "A heading")
                .containsPattern("\\.\\.\\. \\d+ more");
    }

    @Requirement({"slack-18", "slack-22"})
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

    private static JsonObject titled(String title) {
        return json(new SlackFormatter(SlackFormatter.Tables.NATIVE)
                .format(new Reply(title, List.of(), Audience.EVERYONE)));
    }

    private static String first(JsonObject payload) {
        return payload.getAsJsonArray("blocks").get(0).toString();
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
