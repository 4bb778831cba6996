package io.tunetally.bot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A command with its options.
 *
 * @param verb the command word
 * @param description in at most 100 characters
 */
public record CommandSpec(String verb, String description, List<Option> options) {
    /** Separates several values of one option, as in {@code gpt-4o vs llama-3.1-8b}. */
    public static final String BETWEEN_VALUES = ",\\s*|\\s(?:vs\\.?|and|or)\\s+";

    public CommandSpec {
        options = List.copyOf(options);
    }

    /**
     * An option of a command.
     *
     * @param choices the only values; empty if any value is allowed
     * @param known suggestions where any value is allowed
     * @param most the largest whole number; empty for other types
     */
    public record Option(
            String name,
            String description,
            Type type,
            boolean required,
            List<String> choices,
            List<String> known,
            OptionalLong most) {
        private static final int SUGGESTED = 25;

        public Option {
            choices = List.copyOf(choices);
            known = List.copyOf(known);
        }

        /** Returns the known values that match the typed prefix, likeliest first, at most 25. */
        public List<String> suggestions(String typed) {
            String folded = folded(typed);
            List<String> words =
                    Arrays.stream(typed.split("\\s+", -1)).map(Option::folded).toList();
            List<Predicate<String>> ranks = List.of(
                    value -> value.startsWith(folded),
                    value -> value.contains(folded),
                    value -> words.stream().allMatch(value::contains));
            return ranks.stream()
                    .flatMap(rank -> known.stream().filter(value -> rank.test(folded(value))))
                    .distinct()
                    .limit(SUGGESTED)
                    .toList();
        }

        /** Returns the letters and digits of a text, in lower case. */
        static String folded(String text) {
            return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
        }
    }

    /** The type of an option's value. */
    public enum Type {
        TEXT,
        WHOLE_NUMBER,
        YES_NO
    }
}
