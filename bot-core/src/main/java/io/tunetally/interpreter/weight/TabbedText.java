package io.tunetally.interpreter.weight;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tunetally.interpreter.lexicon.LexiconException;

/** Reads lines of cells that tabs separate, from bytes and without a list of them: the weights have 200,000 cells, most of them empty. */
final class TabbedText {
    private static final int SHOWN = 40;

    private final String resource;
    private final byte[] text;
    private int position;

    /** @param text in UTF-8 */
    TabbedText(String resource, byte[] text) {
        this.resource = resource;
        this.text = text;
    }

    /** Returns the number of lines that end with a line break. */
    int lines() {
        int lines = 0;
        for (byte each : text) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }

    boolean atLineEnd() {
        return position >= text.length || text[position] == '\n';
    }

    /**
     * Goes to the next line; false if there is none.
     *
     * @throws LexiconException if this line has further cells
     */
    boolean nextLine() {
        if (!atLineEnd()) {
            throw new LexiconException(resource + ": more cells than labels before: " + rest());
        }
        position++;
        return position < text.length;
    }

    /** Returns the next cell and the text of it, perhaps empty. */
    String word() {
        int start = begin();
        int end = start;
        while (end < text.length && text[end] != '\t' && text[end] != '\n') {
            end++;
        }
        position = end;
        return new String(text, start, end - start, UTF_8);
    }

    /**
     * Returns the next cell as a whole number, 0 if it is empty.
     *
     * @throws LexiconException if the line has no further cell or if it is no number
     */
    int number() {
        if (atLineEnd()) {
            throw new LexiconException(resource + ": fewer cells than labels before: " + rest());
        }
        int start = begin();
        int at = start;
        boolean negative = at < text.length && text[at] == '-';
        int number = 0;
        for (at += negative ? 1 : 0; at < text.length; at++) {
            int each = text[at];
            if (each == '\t' || each == '\n') {
                break;
            }
            if (each < '0' || each > '9') {
                throw new LexiconException(resource + ": no number: " + new String(text, start, at + 1 - start, UTF_8));
            }
            number = 10 * number + each - '0';
        }
        position = at;
        return negative ? -number : number;
    }

    /** Skips the tab in front of a cell. */
    private int begin() {
        if (position < text.length && text[position] == '\t') {
            position++;
        }
        return position;
    }

    private String rest() {
        return new String(text, position, Math.min(text.length - position, SHOWN), UTF_8);
    }
}
