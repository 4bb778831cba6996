package io.tunetally.dataset;

import io.tunetally.dataset.format.Example;
import io.tunetally.dataset.format.Format;
import io.tunetally.dataset.format.Message;
import io.tunetally.dataset.format.Pair;
import io.tunetally.dataset.format.Reading;
import io.tunetally.dataset.token.ExampleTokenizer;
import io.tunetally.dataset.verdict.ProviderRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What remains of a record after it was measured. */
sealed interface MeasuredRecord {
    /** A record that is no example. */
    record Unreadable(Reading.Bad bad) implements MeasuredRecord {}

    /**
     * An example, without its text.
     *
     * @param pair the columns of a question and its answer as the file names them; null for other formats
     * @param counts by tokenizer
     * @param characters the length of all its texts
     * @param trained whether it has text that the model learns to write
     * @param problems by provider; empty if there is none at any
     */
    record Measured(
            long line,
            Format format,
            @Nullable Pair pair,
            List<ExampleTokenizer.Count> counts,
            int messages,
            long characters,
            boolean system,
            boolean user,
            boolean trained,
            int images,
            Fingerprint fingerprint,
            List<List<String>> problems)
            implements MeasuredRecord {
        static Measured of(
                long line, Example example, List<ExampleTokenizer.Counter> counters, List<ProviderRules> rules) {
            List<List<String>> problems =
                    rules.stream().map(rule -> rule.problems(example)).toList();
            return new Measured(
                    line,
                    example.format(),
                    example.pair(),
                    counters.stream().map(counter -> counter.count(example)).toList(),
                    example.messages().size(),
                    example.messages().stream()
                            .mapToLong(message -> message.content().length())
                            .sum(),
                    has(example, "system"),
                    has(example, "user"),
                    example.messages().stream()
                            .anyMatch(message ->
                                    message.trained() && !message.content().isBlank()),
                    example.images(),
                    Fingerprint.of(example),
                    problems.stream().allMatch(List::isEmpty) ? List.of() : problems);
        }

        private static boolean has(Example example, String role) {
            return example.messages().stream().map(Message::role).anyMatch(role::equals);
        }
    }
}
