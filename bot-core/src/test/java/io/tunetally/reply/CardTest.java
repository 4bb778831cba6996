package io.tunetally.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A card keeps its limits, whatever it is given, and its details leave nothing out. */
final class CardTest {
    private static final Block.Choices NONE = new Block.Choices("", List.of());
    private static final Block.Choices BUTTON = new Block.Choices("", List.of(Action.of("Details", "details")));

    @Test
    void showsFiveRowsAndTheDetailsAllOfThem() {
        Card card = card(List.of("the job"), "a caveat", List.of(table(9)), List.of());
        assertThat(rows(card.compact())).containsExactly("row 1", "row 2", "row 3", "row 4", "row 5");
        assertThat(rows(card.detailed())).hasSize(9);
    }

    @Test
    void severalFiguresShareTheRows() {
        Card card = card(List.of(), null, List.of(facts(3), table(4)), List.of());
        assertThat(kinds(card.compact())).containsExactly("BASIS", "Facts", "Table");
        assertThat(rows(card.compact())).containsExactly("row 1", "row 2");
    }

    @Test
    void aFigureWithoutRoomIsLeftOut() {
        Card card = card(List.of(), null, List.of(facts(5), facts(2), table(2)), List.of());
        assertThat(kinds(card.compact())).containsExactly("BASIS", "Facts");
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "3, 5", "5, 5", "7, 3", "9, 1", "12, 1"})
    void keepsTwelveLinesAndAtLeastOneRow(int linesAbove, int rows) {
        List<String> lines = Collections.nCopies(linesAbove, "a line");
        Card card = card(lines, null, List.of(table(9)), List.of());
        assertThat(rows(card.compact())).hasSize(rows);
        assertThat(lines(card.compact())).isLessThanOrEqualTo(Math.max(Card.LINES, linesAbove + 3));
    }

    @Test
    void aLineThatWrapsCountsAsOften() {
        String wraps = "word ".repeat(40).strip();
        assertThat(rows(card(List.of(wraps, wraps, wraps), null, List.of(table(9)), List.of())
                        .compact()))
                .as("a headline, nine lines, and a table's title leave one line")
                .hasSize(1);
    }

    @Test
    void footnotesThatDoNotFitAreLeftOutAndThreeRowsComeFirst() {
        List<String> lines = Collections.nCopies(6, "a line");
        List<String> footnotes = List.of("first", "second");
        Reply compact = card(lines, null, List.of(table(9)), footnotes).compact();
        assertThat(notes(compact, Block.Tone.NOTE)).containsExactly("first");
        assertThat(rows(compact)).hasSize(3);
        assertThat(notes(card(List.of(), null, List.of(table(9)), footnotes).compact(), Block.Tone.NOTE))
                .containsExactly("first", "second");
    }

    @Test
    void ordersLinesUnusedCaveatFiguresFootnotesAndButtons() {
        Card card = new Card(
                "headline",
                List.of("a line"),
                List.of(List.of(Span.plain("Not used: blorft"))),
                "a caveat",
                List.of(table(1)),
                List.of("a footnote"),
                new Card.Details(
                        List.of(List.of(Span.plain("a warning")), List.of(Span.plain("another"))),
                        List.of(table(2), Block.Text.of(Span.plain("arithmetic"))),
                        List.of("a source")),
                BUTTON);
        Reply compact = card.compact();
        assertThat(compact.title()).isEqualTo("headline");
        assertThat(compact.audience()).isEqualTo(Audience.EVERYONE);
        assertThat(kinds(compact)).containsExactly("BASIS", "WARNING", "Table", "NOTE", "Choices");
        assertThat(notes(compact, Block.Tone.WARNING)).containsExactly("Not used: blorft", "a caveat");
        assertThat(notes(compact, Block.Tone.NOTE)).containsExactly("a footnote");

        // With the warnings first, a message that is full of them would have no room for the figures.
        Reply detailed = card.detailed();
        assertThat(kinds(detailed)).containsExactly("BASIS", "WARNING", "Table", "Text", "WARNING", "NOTE", "Choices");
        assertThat(notes(detailed, Block.Tone.WARNING))
                .containsExactly("Not used: blorft", "a caveat", "a warning", "another");
        assertThat(notes(detailed, Block.Tone.NOTE)).containsExactly("a source");
    }

    /** A platform names the currency in the basis, whether or not there is a job to say. */
    @Test
    void whatIsEmptyHasNoBlockButTheBasis() {
        Block.Notes basis = new Block.Notes(Block.Tone.BASIS, List.of());
        assertThat(card(List.of(), null, List.of(facts(0)), List.of()).compact().blocks())
                .containsExactly(basis);
        assertThat(card(List.of(), null, List.of(), List.of()).detailed().blocks())
                .containsExactly(basis);
    }

    @Test
    void aChartInSightIsAPictureOnly() {
        Block.Chart chart = new Block.Chart(new ChartSpec.Bars("Cost", "", List.of()));
        assertThat(chart.repeats()).isFalse();
        assertThat(card(List.of(), null, List.of(chart), List.of()).compact().blocks())
                .endsWith(new Block.Chart(chart.spec(), true));
    }

    private static Card card(List<String> lines, @Nullable String caveat, List<Block> figures, List<String> footnotes) {
        List<Block> full =
                figures.stream().filter(Block.Table.class::isInstance).toList();
        return new Card(
                "headline",
                lines,
                List.of(),
                caveat,
                figures,
                footnotes,
                new Card.Details(List.of(), full, List.of()),
                NONE);
    }

    private static Block.Table table(int rows) {
        return new Block.Table(
                List.of(Block.Column.text("Model")),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> List.of("row " + row))
                        .toList());
    }

    private static Block.Facts facts(int rows) {
        return new Block.Facts(Collections.nCopies(rows, Block.Fact.of("name", Span.plain("value"))));
    }

    private static List<String> rows(Reply reply) {
        return reply.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(table -> ((Block.Table) table).rows().stream())
                .map(List::getFirst)
                .toList();
    }

    private static List<String> notes(Reply reply, Block.Tone tone) {
        return reply.blocks().stream()
                .filter(block -> block instanceof Block.Notes notes && notes.tone() == tone)
                .flatMap(block -> ((Block.Notes) block).notes().stream())
                .map(spans -> spans.getFirst().text())
                .toList();
    }

    private static Stream<String> kinds(Reply reply) {
        return reply.blocks().stream()
                .map(block -> block instanceof Block.Notes notes
                        ? notes.tone().name()
                        : block.getClass().getSimpleName());
    }

    private static long lines(Reply reply) {
        return new PlainText(80, PlainText.Style.NONE)
                .render(reply)
                .lines()
                .filter(line -> !line.isBlank())
                .count();
    }
}
