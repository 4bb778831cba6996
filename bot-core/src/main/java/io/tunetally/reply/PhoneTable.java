package io.tunetally.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table in lines that a phone shows unbroken. Where its columns do not fit beside each other, each row has its first
 * texts on one line, and the other columns aligned on the next.
 *
 * @param header the lines above the rows, empty if there are none
 * @param rows one text a row, of one or more lines
 */
public record PhoneTable(String header, List<String> rows) {
    /** The characters of one line of a code block on a phone, which breaks longer ones. */
    public static final int COLUMNS = 40;

    private static final PlainText ALIGNED = new PlainText(COLUMNS, PlainText.Style.NONE);
    private static final String BETWEEN = " · ";
    /** Ends a line that its row goes on below. */
    private static final String GOES_ON = " ·";

    /** The prefix of a value that holds for each row. */
    private static final String ALL = "All: ";

    private static final int GAP = 2;

    public PhoneTable {
        rows = List.copyOf(rows);
    }

    public static PhoneTable of(Block.Table table) {
        Block.Table oneLined = oneLined(table);
        return aligned(oneLined).orElseGet(() -> withoutRepetition(oneLined));
    }

    /** Returns all lines as one text. */
    public String text() {
        return Stream.concat(Stream.of(header), rows.stream())
                .filter(lines -> !lines.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static Optional<PhoneTable> aligned(Block.Table table) {
        List<String> lines = List.of(ALIGNED.block(table).split("\n", -1));
        int header = table.headed() ? 1 : 0;
        boolean fits = lines.size() == header + table.rows().size()
                && lines.stream().allMatch(line -> line.length() <= COLUMNS && !line.contains("…"));
        return fits
                ? Optional.of(new PhoneTable(
                        String.join("\n", lines.subList(0, header)), lines.subList(header, lines.size())))
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
        String above = flowing(List.of(ALL + String.join(BETWEEN, said)), COLUMNS);
        return new PhoneTable(below.header.isEmpty() ? above : above + "\n" + below.header, below.rows);
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
                        .toList(),
                table.headed());
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
                        .toList(),
                table.headed());
    }

    /** Keeps as many texts on the first line as leave each row two lines; if none do, the texts of a row flow. */
    private static PhoneTable stacked(Block.Table table) {
        List<Integer> texts = columns(table, false);
        List<Integer> numbers = columns(table, true);
        int[] widths = widths(table);
        for (int gap = GAP; gap > 0; gap--) {
            for (int moved = 0; moved < texts.size(); moved++) {
                for (int end = texts.size(); end > moved; end--) {
                    List<Integer> top = new ArrayList<>(texts);
                    List<Integer> below = new ArrayList<>(texts.subList(end - moved, end));
                    top.removeAll(below);
                    below.addAll(numbers);
                    if (isNarrow(below, widths, gap) && isNarrow(table, top)) {
                        return stacked(table, top, below, widths, gap);
                    }
                }
            }
        }
        return stacked(table, texts, numbers, widths, GAP);
    }

    private static PhoneTable stacked(
            Block.Table table, List<Integer> top, List<Integer> below, int[] widths, int gap) {
        List<String> titles = table.columns().stream().map(Block.Column::title).toList();
        boolean beside = isNarrow(below, widths, gap);
        // Without a header the columns may be narrower than their titles.
        String header = table.headed()
                ? flowing(filled(titles, top), COLUMNS)
                        + (beside ? beside(table, below, titles, widths, gap) : "")
                        + "\n"
                        + "-".repeat(COLUMNS)
                : "";
        return new PhoneTable(
                header,
                table.rows().stream()
                        .map(row -> flowing(filled(row, top), COLUMNS)
                                + (beside ? beside(table, below, row, widths, gap) : named(below, titles, row)))
                        .toList());
    }

    private static List<Integer> columns(Block.Table table, boolean numeric) {
        return IntStream.range(0, table.columns().size())
                .filter(column -> table.columns().get(column).numeric() == numeric)
                .boxed()
                .toList();
    }

    private static int[] widths(Block.Table table) {
        return IntStream.range(0, table.columns().size())
                .map(column -> Math.max(
                        table.headed() ? table.columns().get(column).title().length() : 0,
                        table.rows().stream()
                                .mapToInt(row -> row.get(column).length())
                                .max()
                                .orElse(0)))
                .toArray();
    }

    private static boolean isNarrow(List<Integer> below, int[] widths, int gap) {
        return below.stream().mapToInt(column -> gap + widths[column]).sum() <= COLUMNS;
    }

    private static boolean isNarrow(Block.Table table, List<Integer> top) {
        return table.rows().stream()
                .allMatch(row -> String.join(BETWEEN, filled(row, top)).length() <= COLUMNS);
    }

    private static List<String> filled(List<String> cells, List<Integer> columns) {
        return columns.stream().map(cells::get).filter(cell -> !cell.isBlank()).toList();
    }

    private static String beside(Block.Table table, List<Integer> columns, List<String> cells, int[] widths, int gap) {
        StringBuilder line = new StringBuilder();
        for (int column : columns) {
            String cell = cells.get(column);
            String padding = " ".repeat(widths[column] - cell.length());
            line.append(" ".repeat(gap))
                    .append(table.columns().get(column).numeric() ? padding + cell : cell + padding);
        }
        return line.toString().isBlank() ? "" : "\n" + line.toString().stripTrailing();
    }

    private static String named(List<Integer> columns, List<String> titles, List<String> cells) {
        List<String> named = columns.stream()
                .filter(column -> !cells.get(column).isBlank())
                .map(column -> titles.get(column) + " " + cells.get(column))
                .toList();
        return named.isEmpty()
                ? ""
                : "\n"
                        + flowing(named, COLUMNS - GAP)
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
        return lines.stream()
                .flatMap(each -> TextLines.wrap(each, room, "").stream())
                .collect(Collectors.joining("\n"));
    }
}
