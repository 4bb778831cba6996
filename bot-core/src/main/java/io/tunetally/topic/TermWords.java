package io.tunetally.topic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of questions about sellers' terms, beside the terms themselves.
 *
 * @param runs the runs of words of each part
 */
record TermWords(Map<Part, List<List<String>>> runs) {
    static final TermWords NONE = new TermWords(Map.of());

    /** What words do in such a question. */
    enum Part {
        /** They open a question for yes or no. */
        WHETHER,
        /** They open another question about a named seller. */
        OTHERS,
        /** They open a question for sellers. */
        SELLERS,
        /** They may stand beside a term. */
        WORDS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Part> of(String key) {
            return Stream.of(values()).filter(part -> part.key().equals(key)).findFirst();
        }

        static List<String> keys() {
            return Stream.of(values()).map(Part::key).toList();
        }
    }

    TermWords {
        runs = Map.copyOf(runs);
    }

    List<List<String>> of(Part part) {
        return runs.getOrDefault(part, List.of());
    }
}
