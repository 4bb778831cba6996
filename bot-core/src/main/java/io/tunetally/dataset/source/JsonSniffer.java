package io.tunetally.dataset.source;

import java.util.Optional;

/** Detects how a file holds its JSON: by line, in one array, or as objects over several lines. */
final class JsonSniffer {
    private JsonSniffer() {}

    /** Returns the container of a text that begins with a bracket or brace; empty for other text. */
    static Optional<Container> detect(String text) {
        if (text.startsWith("[")) {
            return Optional.of(isListPerLine(text) ? Container.JSONL : Container.JSON_ARRAY);
        }
        if (text.startsWith("{")) {
            return Optional.of(isSpread(text) ? Container.JSON_OBJECTS : Container.JSONL);
        }
        return Optional.empty();
    }

    /** Lines that are lists of their own are no array. */
    private static boolean isListPerLine(String text) {
        Nesting nesting = new Nesting();
        int end = text.indexOf('\n');
        text.chars().limit(Math.max(0, end)).forEach(nesting::pass);
        return end > 0
                && nesting.isOutside()
                && text.substring(end).stripLeading().startsWith("[");
    }

    /** True if the first object closes on a later line; a line that begins like the first was meant to stand alone. */
    private static boolean isSpread(String text) {
        Nesting nesting = new Nesting();
        int end = text.indexOf('\n');
        text.chars().limit(Math.max(0, end)).forEach(nesting::pass);
        return end > 0
                && !nesting.isOutside()
                && !nesting.isQuoted()
                && !text.substring(end).stripLeading().startsWith(firstKey(text));
    }

    /** Returns the beginning of an object up to its first colon. */
    private static String firstKey(String text) {
        return text.substring(0, Math.max(1, text.indexOf(':')));
    }
}
