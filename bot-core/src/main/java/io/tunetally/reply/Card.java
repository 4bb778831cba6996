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

    private static final int LEAST_ROWS = 1;

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
        public Details {
            warnings = warnings.stream().map(List::copyOf).toList();
            blocks = List.copyOf(blocks);
            notes = List.copyOf(notes);
        }
    }

    /** Returns the answer in sight. */
    public Reply compact() {
        List<Block> blocks = new ArrayList<>();
        addNotes(blocks, Block.Tone.BASIS, plain(lines));
        List<List<Span>> warnings = new ArrayList<>(unused);
        if (caveat != null) {
            warnings.add(List.of(Span.plain(caveat)));
        }
        addNotes(blocks, Block.Tone.WARNING, warnings);
        blocks.addAll(inSight());
        addNotes(blocks, Block.Tone.NOTE, plain(footnotes));
        return reply(blocks);
    }

    /** Returns the answer with all its details. */
    public Reply detailed() {
        List<Block> blocks = new ArrayList<>();
        addNotes(blocks, Block.Tone.BASIS, plain(lines));
        List<List<Span>> warnings = new ArrayList<>(unused);
        warnings.addAll(details.warnings());
        addNotes(blocks, Block.Tone.WARNING, warnings);
        blocks.addAll(details.blocks());
        addNotes(blocks, Block.Tone.NOTE, plain(details.notes()));
        return reply(blocks);
    }

    private Reply reply(List<Block> blocks) {
        if (!next.actions().isEmpty()) {
            blocks.add(next);
        }
        return new Reply(headline, blocks, Audience.EVERYONE);
    }

    /** Cuts the figures to what the other lines leave of the answer's lines, and to the rows in sight. */
    private List<Block> inSight() {
        List<Block> shown = new ArrayList<>();
        int room = Math.clamp(LINES - linesOfText(), LEAST_ROWS, ROWS);
        for (Block figure : figures) {
            Block cut = atMost(room, figure);
            room -= rows(cut);
            if (!(cut instanceof Block.Facts facts && facts.facts().isEmpty())) {
                shown.add(cut);
            }
        }
        return shown;
    }

    private int linesOfText() {
        boolean table = figures.stream().anyMatch(Block.Table.class::isInstance);
        Stream<String> notes = Stream.concat(
                Stream.concat(lines.stream(), Stream.ofNullable(caveat)),
                Stream.concat(
                        unused.stream()
                                .map(spans -> spans.stream().map(Span::text).collect(Collectors.joining())),
                        footnotes.stream()));
        return TextLines.wrap(headline, WIDTH, "").size()
                + (table ? 1 : 0)
                + notes.mapToInt(note -> TextLines.wrap(note, WIDTH - 2, "").size())
                        .sum();
    }

    private static Block atMost(int rows, Block figure) {
        return switch (figure) {
            case Block.Table table -> new Block.Table(table.columns(), first(rows, table.rows()));
            case Block.Facts facts -> new Block.Facts(first(rows, facts.facts()));
            case Block.Chart chart -> new Block.Chart(chart.spec(), true);
            case Block.Text _, Block.File _, Block.Choices _, Block.Notes _ -> figure;
        };
    }

    private static int rows(Block figure) {
        return switch (figure) {
            case Block.Table table -> table.rows().size();
            case Block.Facts facts -> facts.facts().size();
            case Block.Text _, Block.Chart _, Block.File _, Block.Choices _, Block.Notes _ -> 0;
        };
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
