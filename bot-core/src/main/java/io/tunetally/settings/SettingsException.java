package io.tunetally.settings;

import java.util.List;

/**
 * Thrown if the settings cannot be used. Lists all problems, one line each, so that an operator can fix them at once.
 * Ends a process with exit code 78.
 */
public final class SettingsException extends RuntimeException {
    private final List<String> problems;

    public SettingsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the missing or malformed settings; each line names the setting, its meaning and where to get it. */
    public List<String> problems() {
        return problems;
    }
}
