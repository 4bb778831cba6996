package io.tunetally.dataset.format;

/** A record read: an example, or the reason why it is none. */
public sealed interface Reading {
    /** Returns the line the record starts on. */
    long line();

    record Good(long line, Example example) implements Reading {}

    /**
     * A record that is no example.
     *
     * @param why a predicate about the line, e.g. {@code is not JSON: ...}
     */
    record Bad(long line, String why) implements Reading {}
}
