package io.tunetally.interpreter.weight;

import io.tunetally.interpreter.lexicon.LexiconException;

/** Reads lines of cells that tabs separate, without a list of them: the weights have 200,000 cells, most of them empty. */
final class TabbedText {
    private final String resource;
    private final String text;
    private int position;

    TabbedText(String resource, String text) {
        this.resource = resource;
        this.text = text;
    }

    boolean atLineEnd() {
        return position >= text.length() || text.charAt(position) == '\n';
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
        return position < text.length();
    }

    /** Returns the next cell and the text of it, perhaps empty. */
    String word() {
        int start = begin();
        while (!atCellEnd()) {
            position++;
        }
        return text.substring(start, position);
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
        boolean negative = !atCellEnd() && text.charAt(position) == '-';
        int number = 0;
        for (position += negative ? 1 : 0; !atCellEnd(); position++) {
            int digit = text.charAt(position) - '0';
            if (digit < 0 || digit > 9) {
                throw new LexiconException(resource + ": no number: " + text.substring(start, position + 1));
            }
            number = 10 * number + digit;
        }
        return negative ? -number : number;
    }

    /** Skips the tab in front of a cell. */
    private int begin() {
        if (position < text.length() && text.charAt(position) == '\t') {
            position++;
        }
        return position;
    }

    private boolean atCellEnd() {
        return atLineEnd() || text.charAt(position) == '\t';
    }

    private String rest() {
        return text.substring(position, Math.min(text.length(), position + 40));
    }
}
