package io.tunetally.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table in aligned columns; if it is too wide, its text columns shrink, never its numbers. The last column goes on below, as a
 * sentence that is cut says nothing; the others are cut.
 */
final class TextTable {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private TextTable() {}

    static String of(Block.Table table, int width) {
        int[] widths = widths(table, width);
        List<String> lines = new ArrayList<>();
        if (table.headed()) {
            lines.add(row(table, titles(table), widths));
        }
        table.rows().forEach(row -> lines.add(row(table, row, widths)));
        return String.join("\n", lines);
    }

    private static List<String> titles(Block.Table table) {
        return table.columns().stream().map(Block.Column::title).toList();
    }

    private static int[] widths(Block.Table table, int width) {
        int[] widths = new int[table.columns().size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] =
                    table.headed() ? table.columns().get(column).title().length() : 0;
            for (List<String> row : table.rows()) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        while (total(widths) > width) {
            int widest = widestText(table, widths);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int widestText(Block.Table table, int[] widths) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            boolean canGive = !table.columns().get(column).numeric() && widths[column] > NARROWEST;
            if (canGive && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        return widest;
    }

    private static int total(int[] widths) {
        int total = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    private static String row(Block.Table table, List<String> cells, int[] widths) {
        int last = widths.length - 1;
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < last; column++) {
            line.append(cell(table, fit(cells.get(column), widths[column]), column, widths[column]))
                    .append(GAP);
        }
        String below = "\n" + " ".repeat(line.length());
        return (line + lines(table, cells.get(last), last, widths[last]).collect(Collectors.joining(below)))
                .stripTrailing();
    }

    private static Stream<String> lines(Block.Table table, String cell, int column, int width) {
        return cell.length() <= width || table.columns().get(column).numeric()
                ? Stream.of(cell(table, cell, column, width).stripTrailing())
                : TextLines.wrap(cell, width, "").stream();
    }

    private static String cell(Block.Table table, String cell, int column, int width) {
        String padding = " ".repeat(width - cell.length());
        return table.columns().get(column).numeric() ? padding + cell : cell + padding;
    }

    private static String fit(String cell, int width) {
        return cell.length() <= width ? cell : cell.substring(0, width - 1) + "…";
    }
}
