package io.tunetally.settings;

import java.util.List;

/**
 * One setting as written in a file.
 *
 * @param values one value, or those of a list
 */
record Entry(String file, int line, String key, List<String> values) {
    Entry {
        values = List.copyOf(values);
    }

    /** Where it stands, e.g. {@code config/tunetally.yaml:12: slack.port}. */
    String place() {
        return file + ":" + line + ": " + key;
    }
}
