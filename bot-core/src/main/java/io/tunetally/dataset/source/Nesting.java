package io.tunetally.dataset.source;

/** Where a reader of JSON stands: how deep in objects and lists, and whether inside a text. */
final class Nesting {
    private int depth;
    private boolean quoted;
    private boolean escaped;

    void pass(int character) {
        if (escaped) {
            escaped = false;
        } else if (quoted) {
            escaped = character == '\\';
            quoted = character != '"';
        } else if (character == '"') {
            quoted = true;
        } else if (character == '{' || character == '[') {
            depth++;
        } else if (character == '}' || character == ']') {
            depth--;
        }
    }

    boolean isQuoted() {
        return quoted;
    }

    /** True outside of every object, list and text. */
    boolean isOutside() {
        return depth <= 0 && !quoted;
    }
}
