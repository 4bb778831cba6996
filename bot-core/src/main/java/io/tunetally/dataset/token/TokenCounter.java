package io.tunetally.dataset.token;

/** Counts the tokens of texts. Not thread-safe. */
public interface TokenCounter {
    long count(String text);

    /** Returns by how much the count may be off, in percent; 0 for an exact one. */
    default double bandPercent(String text) {
        return 0;
    }
}
