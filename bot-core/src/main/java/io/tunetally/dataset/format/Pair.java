package io.tunetally.dataset.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The columns of a question and its answer, by the names that data sets give them.
 *
 * @param prompt the column that a model is shown
 * @param completion the column that it learns to write
 */
public record Pair(String prompt, String completion) {
    /** The names that providers know. */
    public static final Pair STANDARD = new Pair("prompt", "completion");

    /** The first that a row has is its question; those that often hold something else stand last. */
    private static final List<String> PROMPTS = List.of(
            STANDARD.prompt(),
            "instruction",
            "question",
            "query",
            "problem",
            "input",
            "text",
            "sentence",
            "document",
            "article",
            "user",
            "human",
            "user_message",
            "input_text",
            "source");

    private static final List<String> COMPLETIONS = List.of(
            STANDARD.completion(),
            "response",
            "answer",
            "output",
            "assistant",
            "reply",
            "assistant_message",
            "output_text",
            "target",
            "solution",
            "summary",
            "label",
            "category",
            "class",
            "intent",
            "sentiment");

    /** Columns that are about a row and not for a model. */
    private static final Pattern ABOUT_THE_ROW = Pattern.compile(
            "(.*[_ ])?(id|idx|index|no|date|time|timestamp|url|uuid|source|split|score)|.*_at|unnamed: 0|");

    /** Returns the pair of a row; empty if it has none. */
    static Optional<Pair> of(JsonNode row) {
        return first(COMPLETIONS, row)
                .flatMap(completion -> first(PROMPTS, row)
                        .or(() -> onlyOther(row, completion))
                        .map(prompt -> new Pair(prompt, completion)));
    }

    private static Optional<String> first(List<String> names, JsonNode row) {
        return names.stream().filter(row::has).findFirst();
    }

    /** Beside an answer the only other column is the question, whatever its name. */
    private static Optional<String> onlyOther(JsonNode row, String completion) {
        List<String> others = row.properties().stream()
                .filter(column -> column.getValue().isTextual())
                .map(column -> column.getKey())
                .filter(name ->
                        !name.equals(completion) && !ABOUT_THE_ROW.matcher(name).matches())
                .toList();
        return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }

    /** True if a provider knows these names. */
    public boolean isStandard() {
        return equals(STANDARD);
    }

    /** Returns the row with the standard names, whose other columns are as they were. The number of a class is a text to a model. */
    JsonNode renamed(JsonNode row) {
        if (isStandard()) {
            return row;
        }
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        row.properties().forEach(column -> {
            JsonNode value = column.getValue();
            if (column.getKey().equals(prompt)) {
                renamed.set(STANDARD.prompt(), value);
            } else if (column.getKey().equals(completion)) {
                renamed.set(
                        STANDARD.completion(),
                        value.isNumber() || value.isBoolean() ? renamed.textNode(value.asText()) : value);
            } else {
                renamed.set(column.getKey(), value);
            }
        });
        return renamed;
    }
}
