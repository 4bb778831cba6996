package io.tunetally.dataset.source;

/** Where a reader of a table's row stands (RFC 4180): a quote opens at the start of a cell only, and two inside quotes are one. */
public enum CellState {
    START,
    PLAIN,
    QUOTED,
    /** After a quote inside quotes: it closes them, unless another follows. */
    CLOSED;

    /** Returns the state after a character. */
    public CellState after(int character, char separator) {
        if (this == QUOTED) {
            return character == '"' ? CLOSED : QUOTED;
        }
        if (character == separator) {
            return START;
        }
        return character == '"' && this != PLAIN ? QUOTED : PLAIN;
    }
}
