package io.tunetally.dataset.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.dataset.source.CellState;
import io.tunetally.dataset.source.Container;
import java.util.ArrayList;
import java.util.List;

/** A row of comma- or tab-separated values (RFC 4180): a quoted cell may hold separators, line breaks and doubled quotes. */
final class CsvRow {
    private CsvRow() {}

    static List<String> cells(String row, Container container) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        CellState state = CellState.START;
        int end = row.endsWith("\r\n") ? row.length() - 2 : row.endsWith("\n") ? row.length() - 1 : row.length();
        for (int i = 0; i < end; i++) {
            char c = row.charAt(i);
            CellState next = state.after(c, container.separator());
            boolean opens = state == CellState.START && next == CellState.QUOTED;
            if (next == CellState.START) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (next != CellState.CLOSED && !opens) {
                cell.append(c);
            }
            state = next;
        }
        cells.add(cell.toString());
        return cells;
    }

    static JsonNode row(List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new MalformedExample("has " + cells.size() + " columns where the header has " + header.size());
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }
}
