package io.tunetally.settings;

import java.util.List;

/**
 * The settings cannot be used. Holds everything that is wrong with them, one line each, so that an operator repairs them
 * in one go. Ends a process with exit code 78.
 */
public final class SettingsException extends RuntimeException {
    private final List<String> problems;

    public SettingsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is missing or malformed; each line names the setting, what it is and where to get it. */
    public List<String> problems() {
        return problems;
    }
}
