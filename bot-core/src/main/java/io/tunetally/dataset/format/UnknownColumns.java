package io.tunetally.dataset.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.dataset.source.Container;
import io.tunetally.dataset.source.DatasetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which columns a row has where no format is known by them, and what to name them. */
final class UnknownColumns {
    private static final int COLUMNS_NAMED = 6;
    private static final int LONGEST_NAME = 40;

    private UnknownColumns() {}

    /**
     * Refuses a table by its header, as all of its rows have the same columns.
     *
     * @throws DatasetException if no format has these columns
     */
    static void refuse(List<String> header, Container container) {
        if (header.stream().distinct().count() < header.size()) {
            throw new DatasetException("names a column twice in its first line: " + listed(header.stream()));
        }
        if (Format.of(CsvRow.row(header, header)).isEmpty()) {
            throw new DatasetException("has the columns " + listed(header.stream())
                    + ", none of which is known as an answer. " + renaming(header, container));
        }
    }

    /** Of two columns the second is usually the answer. */
    private static String renaming(List<String> header, Container container) {
        return header.size() == 2
                ? "Where " + shortened(header.get(1)) + " is what the model is to write, make its first line \"prompt"
                        + container.separator() + "completion\""
                : "In its first line, rename the column that the model is shown to \"prompt\" and the one that it is to"
                        + " write to \"completion\"";
    }

    /** Returns a predicate about the line of an object. */
    static String of(JsonNode row) {
        if (row.isEmpty()) {
            return "has no columns";
        }
        Optional<String> list = row.properties().stream()
                .filter(column ->
                        column.getValue().isArray() && column.getValue().path(0).isObject())
                .map(Map.Entry::getKey)
                .findFirst();
        return list.isPresent()
                ? ofList(shortened(list.get()), row.path(list.get()).path(0))
                : "has no known format; its columns are "
                        + listed(row.properties().stream().map(Map.Entry::getKey))
                        + "; name the one that the model is shown \"prompt\", and the one that it is to write \"completion\"";
    }

    /** A list holds the messages of an example, or all examples of a file. */
    private static String ofList(String name, JsonNode first) {
        boolean messages = first.has("role") || first.has("from");
        return messages
                ? "has its messages in \"" + name + "\"; rename that to \"messages\""
                : "holds its examples in \"" + name + "\"; save that list alone: jq -c '.\"" + name
                        + "\"[]' FILE > train.jsonl";
    }

    private static String listed(Stream<String> names) {
        List<String> all = names.map(UnknownColumns::shortened).toList();
        return String.join(", ", all.subList(0, Math.min(COLUMNS_NAMED, all.size())))
                + (all.size() > COLUMNS_NAMED ? " and " + (all.size() - COLUMNS_NAMED) + " more" : "");
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
    }
}
