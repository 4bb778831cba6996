package io.tunetally.text;

/**
 * A set of words as bits of their hashes. It never misses a word that was added, and may seem to hold one that was not, so it
 * is a cheap test of whether a pattern can match at all.
 */
final class WordFilter {
    /** The letters of a beginning. */
    static final int BEGINNING = 2;

    /** The bits of a position among 128. */
    private static final int BITS = 7;

    private static final int MIXER = 0x9e3779b9;

    private long low;
    private long high;

    /** Adds a word. */
    void add(String word) {
        addHash(word.hashCode());
    }

    /** Adds the first two letters of a word, if it has as many. */
    void addBeginning(String word) {
        if (word.length() >= BEGINNING) {
            addHash(beginning(word) + MIXER);
        }
    }

    void addAll(WordFilter other) {
        low |= other.low;
        high |= other.high;
    }

    /** Returns the first two letters of a word as a number. */
    static int beginning(String word) {
        return (word.charAt(0) << Character.SIZE) + word.charAt(1);
    }

    private void addHash(int hash) {
        int bit = (hash * MIXER) >>> (Integer.SIZE - BITS);
        if (bit < Long.SIZE) {
            low |= 1L << bit;
        } else {
            high |= 1L << bit;
        }
    }

    /** True if both may hold a word in common. */
    boolean meets(WordFilter other) {
        return (low & other.low) != 0 || (high & other.high) != 0;
    }
}
