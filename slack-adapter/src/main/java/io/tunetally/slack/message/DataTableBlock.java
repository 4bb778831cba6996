package io.tunetally.slack.message;

import io.tunetally.reply.Block;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Slack's {@code data_table} block: pages, and columns that a reader can sort. */
final class DataTableBlock implements NewBlock {
    private static final int PAGE = 10;

    private final String type = "data_table";
    private final String caption;
    private final int pageSize = PAGE;
    private final List<List<Cell>> rows;

    /**
     * A cell; Slack refuses an empty one.
     *
     * @param value what a number is sorted by, null for text
     */
    record Cell(String type, String text, @Nullable BigDecimal value) {
        static Cell text(String text) {
            return new Cell("raw_text", text.isBlank() ? "\u00a0" : Mrkdwn.plain(text), null);
        }

        /** A number, perhaps with a dollar sign; a range stays text. */
        static Cell number(String text) {
            String digits = text.replace("$", "").replace(",", "");
            return digits.matches("\\d+(\\.\\d+)?") ? new Cell("raw_number", text, new BigDecimal(digits)) : text(text);
        }
    }

    private DataTableBlock(String caption, List<List<Cell>> rows) {
        this.caption = caption;
        this.rows = rows;
    }

    /** The first rows of a table. */
    static DataTableBlock of(Block.Table table, int rowsShown) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(table.columns().stream()
                .map(column -> Cell.text(column.title()))
                .toList());
        for (List<String> row : table.rows().subList(0, rowsShown)) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                boolean numeric = table.columns().get(column).numeric();
                cells.add(numeric ? Cell.number(row.get(column)) : Cell.text(row.get(column)));
            }
            rows.add(cells);
        }
        return new DataTableBlock(rowsShown + (rowsShown == 1 ? " row" : " rows"), rows);
    }

    @Override
    public String getType() {
        return type;
    }

    String caption() {
        return caption;
    }

    int pageSize() {
        return pageSize;
    }

    List<List<Cell>> rows() {
        return rows;
    }
}
