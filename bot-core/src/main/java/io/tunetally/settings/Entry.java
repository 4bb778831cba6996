package io.tunetally.settings;

import java.util.List;

/**
 * One setting as written in a file.
 *
 * @param values a single value, or a list's values
 */
record Entry(String file, int line, String key, List<String> values) {
    Entry {
        values = List.copyOf(values);
    }

    /** Returns its position, e.g. {@code config/tunetally.yaml:12: slack.port}. */
    String place() {
        return file + ":" + line + ": " + key;
    }
}
