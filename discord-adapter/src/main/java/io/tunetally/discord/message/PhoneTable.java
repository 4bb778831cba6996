package io.tunetally.discord.message;

import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.reply.Block;
import io.tunetally.reply.PlainText;
import io.tunetally.reply.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that a phone shows without breaking its lines. Where its columns do not fit beside each other, each row has its
 * texts on one line and its numbers on the next.
 *
 * @param header the lines above the rows
 * @param rows one text a row, of one or more lines
 */
record PhoneTable(String header, List<String> rows) {
    private static final int WIDTH = DiscordLimits.PHONE_COLUMNS;
    private static final PlainText ALIGNED = new PlainText(WIDTH, PlainText.Style.NONE);
    private static final String BETWEEN = " · ";
    /** Ends a line that its row goes on below. */
    private static final String GOES_ON = " ·";

    /** The prefix of a value that holds for each row. */
    private static final String ALL = "All: ";

    private static final int GAP = 2;

    static PhoneTable of(Block.Table table) {
        Block.Table oneLined = oneLined(table);
        return aligned(oneLined).orElseGet(() -> withoutRepetition(oneLined));
    }

    private static Optional<PhoneTable> aligned(Block.Table table) {
        List<String> lines = ALIGNED.block(table).lines().toList();
        boolean fits = lines.stream().allMatch(line -> line.length() <= WIDTH && !line.contains("…"));
        return fits
                ? Optional.of(new PhoneTable(String.join("\n", lines.subList(0, 2)), lines.subList(2, lines.size())))
                : Optional.empty();
    }

    /** Moves a value that all rows share above them. */
    private static PhoneTable withoutRepetition(Block.Table table) {
        int columns = table.columns().size();
        List<Integer> alike = IntStream.range(0, columns)
                .filter(column -> isAlike(table, column))
                .boxed()
                .toList();
        if (alike.isEmpty() || alike.size() == columns) {
            return stacked(table);
        }
        List<String> said = alike.stream()
                .map(column -> table.rows().getFirst().get(column))
                .toList();
        Block.Table rest = without(table, alike);
        PhoneTable below = aligned(rest).orElseGet(() -> stacked(rest));
        return new PhoneTable(
                flowing(List.of(ALL + String.join(BETWEEN, said)), WIDTH) + "\n" + below.header, below.rows);
    }

    private static boolean isAlike(Block.Table table, int column) {
        return !table.columns().get(column).numeric()
                && table.rows().size() > 1
                && !table.rows().getFirst().get(column).isBlank()
                && table.rows().stream().map(row -> row.get(column)).distinct().count() == 1;
    }

    private static Block.Table without(Block.Table table, List<Integer> columns) {
        List<Integer> kept = IntStream.range(0, table.columns().size())
                .boxed()
                .filter(column -> !columns.contains(column))
                .toList();
        return new Block.Table(
                kept.stream().map(table.columns()::get).toList(),
                table.rows().stream()
                        .map(row -> kept.stream().map(row::get).toList())
                        .toList());
    }

    private static Block.Table oneLined(Block.Table table) {
        return new Block.Table(
                table.columns().stream()
                        .map(column -> new Block.Column(column.title().replace('\n', ' '), column.numeric()))
                        .toList(),
                table.rows().stream()
                        .map(row -> row.stream()
                                .map(cell -> cell.replace('\n', ' '))
                                .toList())
                        .toList());
    }

    private static PhoneTable stacked(Block.Table table) {
        List<String> titles = table.columns().stream().map(Block.Column::title).toList();
        int[] widths = widths(table);
        boolean beside = Arrays.stream(widths).sum() + GAP * widths.length <= WIDTH;
        String header = texts(table, titles) + (beside ? numbers(table, titles, widths) : "");
        return new PhoneTable(
                header + "\n" + "-".repeat(WIDTH),
                table.rows().stream()
                        .map(row -> texts(table, row)
                                + (beside ? numbers(table, row, widths) : namedNumbers(table, titles, row)))
                        .toList());
    }

    /** How wide each column of numbers is; columns of text are none of it. */
    private static int[] widths(Block.Table table) {
        int[] widths = new int[table.columns().size()];
        for (int column = 0; column < widths.length; column++) {
            if (table.columns().get(column).numeric()) {
                int cells = column;
                widths[column] = Math.max(
                        table.columns().get(column).title().length(),
                        table.rows().stream()
                                .mapToInt(row -> row.get(cells).length())
                                .max()
                                .orElse(0));
            }
        }
        return widths;
    }

    private static String texts(Block.Table table, List<String> cells) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            if (!table.columns().get(column).numeric() && !cells.get(column).isBlank()) {
                texts.add(cells.get(column));
            }
        }
        return flowing(texts, WIDTH);
    }

    private static String numbers(Block.Table table, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            if (table.columns().get(column).numeric()) {
                String cell = cells.get(column);
                line.append(" ".repeat(GAP + widths[column] - cell.length())).append(cell);
            }
        }
        return line.isEmpty() ? "" : "\n" + line;
    }

    private static String namedNumbers(Block.Table table, List<String> titles, List<String> cells) {
        List<String> named = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            if (table.columns().get(column).numeric() && !cells.get(column).isBlank()) {
                named.add(titles.get(column) + " " + cells.get(column));
            }
        }
        return named.isEmpty()
                ? ""
                : "\n"
                        + flowing(named, WIDTH - GAP)
                                .lines()
                                .map(line -> "  " + line)
                                .collect(Collectors.joining("\n"));
    }

    /** Parts one after another, as many on a line as a phone shows; a part that is longer is broken between words. */
    private static String flowing(List<String> parts, int room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : parts) {
            if (!line.isEmpty() && line.length() + BETWEEN.length() + part.length() > room) {
                boolean marked = line.length() + GOES_ON.length() <= room;
                lines.add(marked ? line + GOES_ON : line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : BETWEEN).append(part);
        }
        lines.add(line.toString());
        PlainText narrow = new PlainText(room, PlainText.Style.NONE);
        return lines.stream()
                .map(each -> narrow.block(Block.Text.of(Span.plain(each))))
                .collect(Collectors.joining("\n"));
    }
}
