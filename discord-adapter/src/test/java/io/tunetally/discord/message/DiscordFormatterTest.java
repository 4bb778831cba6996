package io.tunetally.discord.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.Requirement;
import io.tunetally.discord.fake.Bodies;
import io.tunetally.discord.fake.LimitsCheck;
import io.tunetally.discord.message.DiscordMessage.Form;
import io.tunetally.reply.Action;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Emphasis;
import io.tunetally.reply.Reply;
import io.tunetally.reply.ReplyFormatter;
import io.tunetally.reply.ReplyFormatterContract;
import io.tunetally.reply.SampleReplies;
import io.tunetally.reply.Span;
import io.tunetally.storage.ActionKeys;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Requirement("discord-14")
class DiscordFormatterTest {
    private static final int COLUMNS = 40;

    @Nested
    class Pictures implements Contract {
        @Override
        public ReplyFormatter<DiscordMessage> formatter() {
            return new DiscordFormatter(Form.PICTURES);
        }
    }

    @Nested
    class Components implements Contract {
        @Override
        public ReplyFormatter<DiscordMessage> formatter() {
            return new DiscordFormatter(Form.COMPONENTS);
        }
    }

    @Nested
    class Embeds implements Contract {
        @Override
        public ReplyFormatter<DiscordMessage> formatter() {
            return new DiscordFormatter(Form.EMBED);
        }
    }

    @Nested
    class Texts implements Contract {
        @Override
        public ReplyFormatter<DiscordMessage> formatter() {
            return new DiscordFormatter(Form.TEXT);
        }
    }

    /** The contract, read from the JSON that is sent. */
    interface Contract extends ReplyFormatterContract<DiscordMessage> {
        @Override
        default String visible(DiscordMessage message) {
            return LimitsCheck.of(json(message)).visible() + "\n" + String.join("\n", commands(message));
        }

        @Override
        default List<String> brokenLimits(DiscordMessage message) {
            return LimitsCheck.of(json(message)).broken();
        }

        @Override
        default List<String> commands(DiscordMessage message) {
            Map<String, String> kept = message.commands().stream()
                    .distinct()
                    .collect(Collectors.toMap(command -> "#" + ActionKeys.keyOf(command), Function.identity()));
            return LimitsCheck.of(json(message)).buttons().stream()
                    .map(id -> ComponentId.parse(id).orElseThrow().reference())
                    .map(reference ->
                            reference.startsWith("=") ? reference.substring(1) : kept.getOrDefault(reference, "lost"))
                    .toList();
        }
    }

    @Test
    void standsInAContainerWithTheSmallPrintApart() {
        JsonNode body = json(components(
                Block.Text.of(Span.plain("text")),
                new Block.Notes(Block.Tone.NOTE, List.of(List.of(Span.plain("small")))),
                new Block.Choices("", List.of(new Action("One", "help", Emphasis.PRIMARY)))));

        JsonNode children = body.path("components").path(0).path("components");
        assertThat(body.path("flags").asInt()).isEqualTo(1 << 15);
        assertThat(body.has("content") || body.has("embeds")).isFalse();
        assertThat(children).extracting(child -> child.path("type").asInt()).containsExactly(10, 14, 10, 1);
        assertThat(children.path(0).path("content").asText()).isEqualTo("### GPT-4o: $37.50\n\ntext");
        assertThat(children.path(2).path("content").asText()).isEqualTo("-# small");
        assertThat(children.path(3).path("components").path(0).path("custom_id").asText())
                .isEqualTo("v1|say|0|=help");
    }

    @Test
    void keepsTheIdOfALongCommandShortAndTheCommandWithTheMessage() {
        String command =
                "compare gpt-4o vs llama-3.3-70b " + "1000 examples ".repeat(10).strip();
        DiscordMessage message = components(new Block.Choices("", List.of(Action.of("Long", command))));

        assertThat(LimitsCheck.of(json(message)).buttons()).containsExactly("v1|say|0|#" + ActionKeys.keyOf(command));
        assertThat(message.commands()).containsExactly(command);
    }

    @Test
    void saysWhoAskedInTheFirstIdThatHasRoomForIt() {
        String longest = "compare gpt-4o vs llama-3.3-70b 1000 examples 3 epochs 100 requests/day over 6 months";
        DiscordMessage message = components(new Block.Choices(
                        "", List.of(Action.of("Long", longest.substring(0, 84)), Action.of("Short", "help"))))
                .askedBy(new AskedBy("1y2p0ij32e8e"));

        assertThat(LimitsCheck.of(json(message)).broken()).isEmpty();
        assertThat(LimitsCheck.of(json(message)).buttons())
                .containsExactly("v1|say|0|=" + longest.substring(0, 84), "v2|1y2p0ij32e8e|say|1|=help")
                .allSatisfy(id -> assertThat(ComponentId.parse(id)).isPresent());
    }

    @Requirement("discord-17")
    @ParameterizedTest
    @EnumSource(Form.class)
    void fitsTablesOnAPhone(Form form) {
        Block.Table table = new Block.Table(
                List.of(
                        Block.Column.text("Model"),
                        Block.Column.text("Provider"),
                        Block.Column.number("Training"),
                        Block.Column.number("$/1M")),
                List.of(
                        List.of("Nemotron 3 Nano 30B-A3B", "Thinking Machines", "$0.66", "$0.44"),
                        List.of("Qwen3.5 9B", "Together AI", "$0.72-$4.00", "$0.48")));

        String text = LimitsCheck.of(json(new DiscordFormatter(form).format(reply(table))))
                .visible();

        assertThat(text).contains("""
                ```
                Model
                  Provider              Training   $/1M
                ----------------------------------------
                Nemotron 3 Nano 30B-A3B
                  Thinking Machines        $0.66  $0.44
                Qwen3.5 9B
                  Together AI        $0.72-$4.00  $0.48
                ```""");
        assertThat(codeLines(text)).allMatch(line -> line.length() <= COLUMNS);
    }

    /** Cut to the length of an embed's title, it would say something else; after a cut one, the whole would repeat it. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void standsATitleThatIsTooLongForAnEmbedInBold(Form form) {
        String title =
                "GPT-4o mini on OpenAI shuts down on 2027-01-14: ".repeat(6).strip();

        JsonNode body = json(new DiscordFormatter(form).format(new Reply(title, List.of(), Audience.EVERYONE)));

        assertThat(LimitsCheck.of(body).visible().strip()).isEqualTo("**" + title + "**");
        assertThat(body.at("/embeds/0/title").asText()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void showsNothingAfterAPartThatFindsNoRoom(Form form) {
        Block.Table table = new Block.Table(
                List.of(Block.Column.text("Model")),
                IntStream.range(0, 600).mapToObj(n -> List.of("model-" + n)).toList());

        String text = LimitsCheck.of(json(new DiscordFormatter(form)
                        .format(reply(table, Block.Text.of(Span.strong("A heading"), Span.plain(" and its figures"))))))
                .visible();

        assertThat(text)
                .contains("model-0\n")
                .doesNotContain("model-599", "A heading")
                .containsPattern("\\.\\.\\. \\d+ more");
    }

    /** A date in the reader's format; noon, so that it is the same day almost everywhere. */
    @Requirement("discord-16")
    @Test
    void givesDatesToDiscordToWrite() {
        assertThat(Markdown.of(Span.plain("Shut down on 2027-01-14, seen 2026-08-19.")))
                .isEqualTo("Shut down on <t:1799928000:D>, seen <t:1787140800:D>.");
        assertThat(Markdown.of(Span.strong("2027-01-14"))).isEqualTo("**<t:1799928000:D>**");
    }

    @Test
    void leavesWhatIsNoDateAndWhatIsCopiedAsItIs() {
        for (String text : List.of("gpt-4o-2024-08-06", "2026-13-45", "12026-08-19", "2026-08-190", "2026-08")) {
            assertThat(Markdown.of(Span.plain(text))).isEqualTo(text);
        }
        assertThat(Markdown.of(Span.code("2027-01-14"))).isEqualTo("`2027-01-14`");
    }

    @Requirement("discord-12")
    @Test
    void leavesNothingThatPingsOrChangesTheLayout() {
        JsonNode body = json(components(Block.Text.of(Span.plain(
                SampleReplies.HOSTILE + "\n> quote\n# head\n-# small\n1. one\n- item\n[a](https://e.test) <t:1:R>"))));

        assertThat(body.path("components")
                        .path(0)
                        .path("components")
                        .path(0)
                        .path("content")
                        .asText())
                .endsWith("""
                        \\<!channel> \\<@U024BE7LH> @\u2060everyone & \\<https\\://example.test\\|click> \\`code\\` \\*b\\* \\_i\\_ \
                        \\~s\\~ \\|\\|x\\|\\| \\`\\`\\`fence\\`\\`\\` # > quote
                        \\> quote
                        \\# head
                        \\-# small
                        1\\. one
                        \\- item
                        \\[a\\](https\\://e.test) \\<t:1:R>""");
    }

    @Test
    void linksToWebAddressesOnly() {
        String text = LimitsCheck.of(json(components(Block.Text.of(
                        new Span.Link("a]b", "https://example.test/?a=1&b=2"),
                        new Span.Link("x", "javascript:alert(1)")))))
                .visible();

        assertThat(text).contains("[a]b](https://example.test/?a=1&b=2)").doesNotContain("javascript");
    }

    @Test
    void drawsAChartAndSaysItInWords() throws IOException {
        ChartSpec chart = new ChartSpec.Bars(
                "To train",
                "guide prices",
                List.of(new ChartSpec.Bar(
                        "GPT-4o", new ChartSpec.Amount(new BigDecimal("37.5"), new BigDecimal("37.5"), "$37.50"))));
        DiscordMessage message = new DiscordFormatter(Form.PICTURES).format(reply(new Block.Chart(chart)));

        JsonNode picture = json(message).at("/components/0/components/1/items/0");
        assertThat(picture.at("/media/url").asText()).isEqualTo("attachment://chart-1.png");
        assertThat(picture.path("description").asText()).isEqualTo("To train: GPT-4o $37.50.");
        assertThat(message.data().getAllDistinctFiles()).singleElement().satisfies(file -> {
            assertThat(ImageIO.read(file.getData()).getWidth()).isGreaterThan(500);
        });
        assertThat(LimitsCheck.of(json(components(new Block.Chart(chart)))).visible())
                .contains("GPT-4o $37.50");
    }

    @Requirement("discord-17")
    @Test
    void saysInWordsWhatItsColourSays() {
        DiscordMessage warning = components(
                new Block.Notes(Block.Tone.WARNING, List.of(List.of(Span.plain("closed to new customers")))));

        assertThat(json(warning).path("components").path(0).path("accent_color").asInt())
                .isEqualTo(0xE0A030);
        assertThat(LimitsCheck.of(json(warning)).visible()).contains("⚠️ closed to new customers");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void sendsTheWholeAnswerAlongWhereItIsCut(Form form) {
        Block.Table table = new Block.Table(
                List.of(Block.Column.text("Model"), Block.Column.number("$")),
                IntStream.range(0, 400)
                        .mapToObj(n -> List.of("model-" + n, "$" + n + ".50"))
                        .toList());

        DiscordMessage message = new DiscordFormatter(form).format(reply(table));

        assertThat(message.whole()).hasValueSatisfying(text -> assertThat(text).contains("model-399", "$399.50"));
        assertThat(json(message).path("attachments").path(0).path("filename").asText())
                .isEqualTo("answer.txt");
        assertThat(json(message.withoutFiles()).has("attachments")).isFalse();
    }

    @Test
    void survivesANameOfTenThousandCharacters() {
        String name = "x".repeat(10_000);
        for (Form form : Form.values()) {
            DiscordMessage message = new DiscordFormatter(form)
                    .format(new Reply(
                            name,
                            List.of(
                                    new Block.Table(
                                            List.of(Block.Column.text("Model"), Block.Column.number("$")),
                                            List.of(List.of(name, "1"))),
                                    new Block.Choices("", List.of(Action.of(name, name)))),
                            Audience.EVERYONE));

            assertThat(LimitsCheck.of(json(message)).broken()).isEmpty();
            assertThat(LimitsCheck.of(json(message)).visible()).containsPattern("\\.\\.\\. \\d+ more");
        }
    }

    private static List<String> codeLines(String text) {
        return text.substring(text.indexOf("```") + 3, text.lastIndexOf("```"))
                .lines()
                .toList();
    }

    private static DiscordMessage components(Block... blocks) {
        return new DiscordFormatter(Form.COMPONENTS).format(reply(blocks));
    }

    private static Reply reply(Block... blocks) {
        return new Reply("GPT-4o: $37.50", List.of(blocks), Audience.EVERYONE);
    }

    static JsonNode json(DiscordMessage message) {
        return Bodies.read(message.json());
    }
}
