package io.tunetally.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainTextTest {
    private static final Reply REPLY = new Reply(
            "GPT-4o, full on OpenAI: $37.50 to train",
            List.of(
                    new Block.Notes(Block.Tone.WARNING, List.of(List.of(Span.plain("It shuts down on 2027-01-14.")))),
                    new Block.Notes(Block.Tone.BASIS, List.of(List.of(Span.plain("GPT-4o · 3 epochs (assumed)")))),
                    new Block.Facts(List.of(
                            Block.Fact.of("Training", Span.strong("$37.50")),
                            Block.Fact.of("Billed", Span.plain("1,500,000 tokens")))),
                    Block.Text.of(Span.plain("See "), new Span.Link("the guide", "guide.md"), Span.plain(".")),
                    new Block.Notes(Block.Tone.NOTE, List.of(List.of(Span.plain("Left out: taxes.")))),
                    new Block.Choices(
                            "Next:",
                            List.of(
                                    Action.of("Compare all", "compare all"),
                                    Action.of("Over 6 months", "tco gpt-4o 6 months")))),
            Audience.EVERYONE);

    @Test
    void rendersEveryKindOfBlock() {
        assertThat(new PlainText(80, PlainText.Style.NONE).render(REPLY)).isEqualTo("""
                        GPT-4o, full on OpenAI: $37.50 to train
                        ! It shuts down on 2027-01-14.
                        GPT-4o · 3 epochs (assumed)

                        Training  $37.50
                        Billed    1,500,000 tokens

                        See the guide (guide.md).

                        - Left out: taxes.

                        Next:
                          1. Compare all    compare all
                          2. Over 6 months  tco gpt-4o 6 months
                        """);
    }

    @Test
    void wrapsAtTheWidthItIsGiven() {
        String text = new PlainText(30, PlainText.Style.NONE).render(REPLY);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(30));
        assertThat(text)
                .startsWith("GPT-4o, full on OpenAI: $37.50\nto train\n")
                .contains("\n  2. Over 6 months  tco gpt-4o\n      6 months\n");
    }

    @Test
    void neverRendersNarrowerThanTwentyCharacters() {
        assertThat(new PlainText(1, PlainText.Style.NONE).render(REPLY))
                .isEqualTo(new PlainText(20, PlainText.Style.NONE).render(REPLY));
    }

    @Test
    void coloursAddNothingButColour() {
        String coloured = new PlainText(80, PlainText.Style.ANSI).render(REPLY);
        assertThat(coloured).contains("\033[1m").contains("\033[33m! It");
        assertThat(coloured.replaceAll("\033\\[\\d+m", ""))
                .isEqualTo(new PlainText(80, PlainText.Style.NONE).render(REPLY));
    }

    @Test
    void quotesTextToBeTyped() {
        Reply reply = new Reply("Title", List.of(Block.Text.of(Span.plain("Try "), Span.code("help"))), Audience.ASKER);
        assertThat(new PlainText(80, PlainText.Style.NONE).render(reply)).isEqualTo("Title\n\nTry \"help\"\n");
    }

    @Test
    void namesAFileAndHowToGetIt() {
        Block.File file = new Block.File("dates.ics", "text/calendar", "BEGIN:VCALENDAR", "Calendar (.ics)");

        assertThat(new PlainText(80, PlainText.Style.NONE).block(file)).isEqualTo("Calendar (.ics): dates.ics");
        assertThat(new PlainText(80, PlainText.Style.NONE, "ask again").block(file))
                .isEqualTo("Calendar (.ics): dates.ics (ask again)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../dates.ics", "/dates.ics", ".dates", "a b.ics", "a\\b.ics", "dätes.ics", "a\n.ics"})
    void noFileHasANameThatLeavesItsFolder(String name) {
        assertThatThrownBy(() -> new Block.File(name, "text/calendar", "", "Calendar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void alignsTheNumbersOfManyChoices() {
        List<Action> ten = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> Action.of("a" + i, "b"))
                .toList();
        Reply reply = new Reply("Title", List.of(new Block.Choices("", ten)), Audience.ASKER);

        assertThat(new PlainText(80, PlainText.Style.NONE).render(reply)).contains("   9. a9   b\n  10. a10  b");
    }
}
