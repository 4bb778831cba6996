package io.tunetally.bot;

import java.util.List;

/**
 * A command with its options.
 *
 * @param verb the word that is typed
 * @param description what it answers, in at most 100 characters
 */
public record CommandSpec(String verb, String description, List<Option> options) {
    public CommandSpec {
        options = List.copyOf(options);
    }

    /**
     * One option.
     *
     * @param choices the only values, empty where any is taken
     */
    public record Option(String name, String description, Type type, boolean required, List<String> choices) {
        public Option {
            choices = List.copyOf(choices);
        }
    }

    /** What values an option takes. */
    public enum Type {
        TEXT,
        WHOLE_NUMBER,
        YES_NO
    }
}
