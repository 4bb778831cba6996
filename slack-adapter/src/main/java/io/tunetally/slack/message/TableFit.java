package io.tunetally.slack.message;

import io.tunetally.reply.Block;
import io.tunetally.slack.api.SlackLimits;
import java.util.List;

/** The part of a table that fits into a block in the rest of a message. */
final class TableFit {
    private TableFit() {}

    /** Whether a block of its own can show some of the rows. */
    static boolean fits(Block.Table table, BlockBudget blockBudget) {
        return blockBudget.hasRoom()
                && !table.rows().isEmpty()
                && table.columns().size() <= SlackLimits.TABLE_COLUMNS
                && rowsThatFit(table, blockBudget) > 0;
    }

    /** Adds as many rows as fit and counts the others. */
    static void add(BlockBudget blockBudget, Block.Table table, boolean newest) {
        int rows = rowsThatFit(table, blockBudget);
        int characters = header(table);
        for (List<String> row : table.rows().subList(0, rows)) {
            characters += length(row);
        }
        blockBudget.add(newest ? DataTableBlock.of(table, rows) : TableBlock.of(table, rows), characters, rows);
        blockBudget.omit(table.rows().size() - rows);
    }

    private static int rowsThatFit(Block.Table table, BlockBudget blockBudget) {
        int left = blockBudget.charactersLeft() - header(table);
        int rows = 0;
        while (rows < Math.min(table.rows().size(), SlackLimits.TABLE_ROWS - 1)) {
            left -= length(table.rows().get(rows));
            if (left < 0) {
                break;
            }
            rows++;
        }
        return rows;
    }

    private static int header(Block.Table table) {
        return length(table.columns().stream().map(Block.Column::title).toList());
    }

    /** A cell is a character longer at most for each mention that is defused in it. */
    private static int length(List<String> cells) {
        return cells.stream()
                .mapToInt(cell -> Math.max(1, Mrkdwn.plain(cell).length()))
                .sum();
    }
}
