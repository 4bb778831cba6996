package io.tunetally.dataset.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The columns of a question and its answer, by the names that data sets give them. */
record Pair(String prompt, String completion) {
    private static final List<Pair> KNOWN = List.of(
            new Pair("prompt", "completion"),
            new Pair("prompt", "response"),
            new Pair("instruction", "response"),
            new Pair("question", "answer"),
            new Pair("input", "output"));

    /** Returns the pair of a row; empty if it has none. */
    static Optional<Pair> of(JsonNode row) {
        return KNOWN.stream()
                .filter(pair -> row.has(pair.prompt()) && row.has(pair.completion()))
                .findFirst();
    }
}
