package io.tunetally.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shape of every answer: a headline, the lines under it, at most one caveat, at most five rows, and the rest as
 * details. The shape keeps the limits, whatever it is given.
 *
 * @param headline one line that answers the question by itself
 * @param lines the lines under the headline: another price book's figure, and the job
 * @param unused what was said and not used
 * @param caveat the caveat that would change the decision, null if there is none
 * @param figures facts, tables and charts in sight; rows beyond {@link #ROWS} are left to the details
 * @param footnotes the lines after the figures in sight
 * @param details the details in full; they repeat the figures where these are only a part
 * @param next the buttons
 */
public record Card(
        String headline,
        List<String> lines,
        List<List<Span>> unused,
        @Nullable String caveat,
        List<Block> figures,
        List<String> footnotes,
        Details details,
        Block.Choices next) {
    /** The maximum number of rows in sight. */
    public static final int ROWS = 5;

    /** The maximum number of lines before the buttons, at {@link #WIDTH} columns; blank ones are not counted. */
    public static final int LINES = 12;

    static final int WIDTH = 80;

    private static final int HEADER_AND_ROW = 2;

    /** Rows that come before footnotes. */
    public static final int LEAST_ROWS = 3;

    public Card {
        lines = List.copyOf(lines);
        unused = unused.stream().map(List::copyOf).toList();
        figures = List.copyOf(figures);
        footnotes = List.copyOf(footnotes);
    }

    /**
     * The details of an answer.
     *
     * @param warnings all warnings
     * @param blocks all figures, with their arithmetic
     * @param notes sources and what the figures leave out
     */
    public record Details(List<List<Span>> warnings, List<Block> blocks, List<String> notes) {
        public static final Details NONE = new Details(List.of(), List.of(), List.of());

        public Details {
            warnings = warnings.stream().map(List::copyOf).toList();
            blocks = List.copyOf(blocks);
            notes = List.copyOf(notes);
        }
    }

    /** Returns the answer in sight: what does not fit into its lines is left to the details, the last of it first. */
    public Reply compact() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Notes(Block.Tone.BASIS, plain(lines)));
        List<List<Span>> warnings = warningsThatLeaveARow();
        addNotes(blocks, Block.Tone.WARNING, warnings);
        int room = LINES - linesAbove(warnings);
        int reserved = Math.min(figures.stream().mapToInt(Card::lines).sum(), 1 + LEAST_ROWS);
        List<String> notes = new ArrayList<>();
        for (String footnote : footnotes) {
            int needed = lines(footnote);
            if (room - needed >= reserved) {
                notes.add(footnote);
                room -= needed;
            }
        }
        blocks.addAll(inSight(room));
        addNotes(blocks, Block.Tone.NOTE, plain(notes));
        return reply(blocks);
    }

    /** Returns the answer with all its details. Its figures come before its warnings, which can be longer than a message. */
    public Reply detailed() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Notes(Block.Tone.BASIS, plain(lines)));
        addNotes(blocks, Block.Tone.WARNING, warningsInSight());
        blocks.addAll(details.blocks());
        addNotes(blocks, Block.Tone.WARNING, details.warnings());
        addNotes(blocks, Block.Tone.NOTE, plain(details.notes()));
        return reply(blocks);
    }

    private List<List<Span>> warningsInSight() {
        List<List<Span>> warnings = new ArrayList<>(unused);
        if (caveat != null) {
            warnings.add(List.of(Span.plain(caveat)));
        }
        return warnings;
    }

    private Reply reply(List<Block> blocks) {
        if (!next.actions().isEmpty()) {
            blocks.add(next);
        }
        return new Reply(headline, blocks, Audience.EVERYONE);
    }

    /** Cuts the figures to the lines that are left for them, and to the rows in sight. */
    private List<Block> inSight(int room) {
        List<Block> shown = new ArrayList<>();
        int rows = ROWS;
        int left = room
                - figures.stream()
                        .filter(figure -> rows(figure) == 0)
                        .mapToInt(Card::lines)
                        .sum();
        for (Block figure : figures) {
            Block cut = atMost(rows, left, figure);
            rows -= rows(cut);
            left -= rows(cut) == 0 ? 0 : lines(cut);
            if (!isEmpty(cut)) {
                shown.add(cut);
            }
        }
        return shown;
    }

    /** Leaves the caveat to the details where it would take the place of the first row. */
    private List<List<Span>> warningsThatLeaveARow() {
        List<List<Span>> all = warningsInSight();
        int needed = figures.stream().anyMatch(figure -> rows(figure) > 0) ? HEADER_AND_ROW : 0;
        return LINES - linesAbove(all) < needed ? unused : all;
    }

    private int linesAbove(List<List<Span>> warnings) {
        Stream<String> notes = Stream.concat(lines.stream(), warnings.stream().map(Card::text));
        return TextLines.count(headline, WIDTH) + notes.mapToInt(Card::lines).sum();
    }

    private static boolean isEmpty(Block figure) {
        return (figure instanceof Block.Facts facts && facts.facts().isEmpty())
                || (figure instanceof Block.Table table && table.rows().isEmpty());
    }

    private static Block atMost(int rows, int lines, Block figure) {
        return switch (figure) {
            case Block.Table table ->
                table.withRows(
                        first(Math.clamp(lines - (table.headed() ? 1L : 0L), Math.min(rows, 1), rows), table.rows()));
            case Block.Facts facts -> new Block.Facts(fitting(rows, lines, facts.facts()));
            case Block.Chart chart -> new Block.Chart(chart.spec(), true);
            case Block.Text _, Block.File _, Block.Choices _, Block.Notes _ -> figure;
        };
    }

    private static List<Block.Fact> fitting(int rows, int lines, List<Block.Fact> facts) {
        List<Block.Fact> fitting = new ArrayList<>();
        int left = lines;
        for (Block.Fact fact : first(rows, facts)) {
            left -= lines(fact);
            if (left >= 0) {
                fitting.add(fact);
            }
        }
        return fitting;
    }

    private static int rows(Block figure) {
        return switch (figure) {
            case Block.Table table -> table.rows().size();
            case Block.Facts facts -> facts.facts().size();
            case Block.Text _, Block.Chart _, Block.File _, Block.Choices _, Block.Notes _ -> 0;
        };
    }

    private static int lines(Block figure) {
        return switch (figure) {
            case Block.Table table -> table.lines();
            case Block.Facts facts ->
                facts.facts().stream().mapToInt(Card::lines).sum();
            case Block.Text text -> lines(text(text.spans()));
            case Block.File _ -> 1;
            case Block.Chart _, Block.Choices _, Block.Notes _ -> 0;
        };
    }

    private static int lines(Block.Fact fact) {
        return lines(fact.name() + "  " + text(fact.value()));
    }

    /** Returns the number of lines of a text that may be indented or have a bullet. */
    private static int lines(String text) {
        return TextLines.count(text, WIDTH - 2);
    }

    private static String text(List<Span> spans) {
        return spans.size() == 1
                ? spans.getFirst().text()
                : spans.stream().map(Span::text).collect(Collectors.joining());
    }

    private static <T> List<T> first(int most, List<T> all) {
        return all.subList(0, Math.min(most, all.size()));
    }

    private static void addNotes(List<Block> blocks, Block.Tone tone, List<List<Span>> notes) {
        if (!notes.isEmpty()) {
            blocks.add(new Block.Notes(tone, notes));
        }
    }

    private static List<List<Span>> plain(List<String> texts) {
        return texts.stream().map(text -> List.of(Span.plain(text))).toList();
    }
}
