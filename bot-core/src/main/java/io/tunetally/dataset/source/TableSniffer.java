package io.tunetally.dataset.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Detects a table by the names in its first line, or by rows of equally many cells. */
final class TableSniffer {
    private static final Set<String> COLUMNS = Set.of(
            "prompt",
            "completion",
            "instruction",
            "output",
            "input",
            "text",
            "chosen",
            "rejected",
            "label",
            "response",
            "question",
            "answer");
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.#()/-]*( [\\p{L}\\p{N}_.#()/-]+){0,2}");
    private static final int LONGEST_NAME = 30;
    private static final int ROWS_COMPARED = 20;
    private static final int ROWS_WITHOUT_NAMES = 10;

    private final List<List<String>> rows;
    private final Container container;

    private TableSniffer(String text, Container container) {
        this.container = container;
        this.rows = rows(text, container.separator());
    }

    /**
     * Returns the container of a table; empty for other text.
     *
     * @throws DatasetException if it is a table without the names of its columns
     */
    static Optional<Container> detect(String text) {
        List<TableSniffer> readings = Stream.of(Container.TSV, Container.CSV, Container.CSV_SEMICOLON)
                .map(container -> new TableSniffer(text, container))
                .toList();
        Optional<Container> table = readings.stream()
                .filter(TableSniffer::hasKnownNames)
                .findFirst()
                .or(() -> readings.stream().filter(TableSniffer::hasNames).findFirst())
                .map(reading -> reading.container);
        if (table.isEmpty() && readings.stream().anyMatch(TableSniffer::isWithoutNames)) {
            throw new DatasetException(
                    "looks like a table whose first line does not name its columns; write the names there, such as"
                            + " prompt,completion");
        }
        return table;
    }

    private List<String> header() {
        return rows.isEmpty() ? List.of() : rows.getFirst();
    }

    private boolean hasKnownNames() {
        boolean known = header().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .anyMatch(COLUMNS::contains);
        return known
                && (header().size() > 1
                        || (container == Container.CSV && header().getFirst().equalsIgnoreCase("text")));
    }

    /** Lines with the same number of tabs are a table whatever they say; prose has commas, too. */
    private boolean hasNames() {
        return hasEqualRows(2)
                && (container == Container.TSV || header().stream().allMatch(TableSniffer::isName));
    }

    private static boolean isName(String cell) {
        return cell.length() <= LONGEST_NAME && NAME.matcher(cell).matches();
    }

    /** Prose has a blank after each comma. */
    private boolean isWithoutNames() {
        return container != Container.TSV
                && hasEqualRows(ROWS_WITHOUT_NAMES)
                && rows.stream().flatMap(row -> row.stream().skip(1)).noneMatch(cell -> cell.startsWith(" "));
    }

    private boolean hasEqualRows(int least) {
        return rows.size() >= least
                && header().size() > 1
                && rows.stream().allMatch(row -> row.size() == header().size());
    }

    /** Returns the cells of the first complete rows. */
    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        CellState state = CellState.START;
        for (int i = 0; i < text.length() && rows.size() < ROWS_COMPARED; i++) {
            char c = text.charAt(i);
            if (c == '\n' && state != CellState.QUOTED) {
                cells.add(cell.toString());
                addUnlessBlank(rows, cells);
                cells = new ArrayList<>();
                cell.setLength(0);
                state = CellState.START;
            } else {
                state = state.after(c, separator);
                if (state == CellState.START) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else if (c != '"' && c != '\r') {
                    cell.append(c);
                }
            }
        }
        if (rows.size() < ROWS_COMPARED && text.length() < ContentSniffer.AHEAD && !text.endsWith("\n")) {
            cells.add(cell.toString());
            addUnlessBlank(rows, cells);
        }
        return rows;
    }

    private static void addUnlessBlank(List<List<String>> rows, List<String> cells) {
        if (cells.size() > 1 || !cells.getFirst().isBlank()) {
            rows.add(cells);
        }
    }
}
