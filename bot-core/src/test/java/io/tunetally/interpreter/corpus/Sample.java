package io.tunetally.interpreter.corpus;

/**
 * The messages of the corpora that are read: every one, or always the same few, so that a build sees within minutes what a nightly run
 * sees of all.
 *
 * @param oneIn how many messages one is taken of
 */
public record Sample(int oneIn) {
    public static final Sample ALL = new Sample(1);

    /** What a build has the time for, on a slow and busy machine. */
    public static final Sample OF_BUILD = new Sample(24);

    /** Spreads a hash over all its bits. */
    private static final int SCATTER = 0x9E3779B9;

    /** Returns a number that looks random and is always the same for a text. */
    public static int scattered(String text) {
        return text.hashCode() * SCATTER;
    }

    public boolean has(String text) {
        // The high bits are the well mixed ones.
        return (scattered(text) >>> 8) % oneIn == 0;
    }
}
