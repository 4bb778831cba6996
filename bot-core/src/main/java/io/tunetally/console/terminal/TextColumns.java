package io.tunetally.console.terminal;

import io.tunetally.reply.TextLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lines of aligned columns with headings between them; a column is as wide as its widest cell, and cells are never cut. */
public final class TextColumns {
    private static final String GAP = "  ";

    private final Set<Integer> rightAligned;
    private final List<List<String>> lines = new ArrayList<>();

    /** @param rightAligned the indexes of right-aligned columns, counted from 0 */
    public TextColumns(Integer... rightAligned) {
        this.rightAligned = Set.of(rightAligned);
    }

    /** Adds a line that does not affect column widths. */
    public void heading(String text) {
        lines.add(List.of(text));
    }

    public void row(List<String> cells) {
        lines.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line(line)).append('\n'));
        return text.toString();
    }

    /** Returns the lines of two columns, the second one broken at the width of a terminal. */
    public String wrapped() {
        int first = width(0);
        TextColumns broken = new TextColumns();
        for (List<String> cells : lines) {
            if (cells.size() == 1) {
                broken.heading(cells.getFirst());
            } else {
                List<String> parts = TextLines.wrap(cells.getLast(), CommandContext.WIDTH - first - GAP.length(), "");
                broken.row(List.of(cells.getFirst(), parts.getFirst()));
                parts.stream().skip(1).forEach(part -> broken.row(List.of(" ".repeat(first), part)));
            }
        }
        return broken.toString();
    }

    private String line(List<String> cells) {
        if (cells.size() == 1) {
            return cells.getFirst();
        }
        List<String> padded = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            padded.add(pad(cells.get(column), column));
        }
        return String.join(GAP, padded).stripTrailing();
    }

    private String pad(String cell, int column) {
        String blanks = " ".repeat(width(column) - cell.length());
        return rightAligned.contains(column) ? blanks + cell : cell + blanks;
    }

    private int width(int column) {
        return lines.stream()
                .filter(cells -> cells.size() > 1)
                .mapToInt(cells -> cells.get(column).length())
                .max()
                .orElse(0);
    }
}
