package io.tunetally.slack.message;

import io.tunetally.reply.Block;
import java.util.List;
import java.util.stream.Stream;

/** Slack's {@code table} block. */
final class TableBlock implements NewBlock {
    private final String type = "table";
    private final List<ColumnSetting> columnSettings;
    private final List<List<Cell>> rows;

    record ColumnSetting(String align, boolean isWrapped) {}

    /** A cell; Slack refuses an empty one. */
    record Cell(String type, String text) {
        static Cell of(String text) {
            return new Cell("raw_text", text.isBlank() ? "\u00a0" : Mrkdwn.plain(text));
        }
    }

    private TableBlock(List<ColumnSetting> columnSettings, List<List<Cell>> rows) {
        this.columnSettings = columnSettings;
        this.rows = rows;
    }

    /** The first rows of a table; numbers stand to the right. */
    static TableBlock of(Block.Table table, int rowsShown) {
        List<ColumnSetting> settings = table.columns().stream()
                .map(column -> new ColumnSetting(column.numeric() ? "right" : "left", !column.numeric()))
                .toList();
        List<Cell> header =
                table.columns().stream().map(column -> Cell.of(column.title())).toList();
        Stream<List<Cell>> body = table.rows().stream()
                .limit(rowsShown)
                .map(row -> row.stream().map(Cell::of).toList());
        return new TableBlock(settings, Stream.concat(Stream.of(header), body).toList());
    }

    @Override
    public String getType() {
        return type;
    }

    List<ColumnSetting> columnSettings() {
        return columnSettings;
    }

    List<List<Cell>> rows() {
        return rows;
    }
}
