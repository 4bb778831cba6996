package io.tunetally.engine;

/** The part of the cost that a line belongs to. */
public enum Part {
    /** Paid once, to others than the sellers: data and the work on it. */
    PREPARATION,
    /** Paid once per training. */
    TRAINING,
    /** Paid monthly, by usage. */
    INFERENCE,
    /** Paid monthly, even when idle. */
    HOSTING,
    /** Paid monthly, for storing the tuned weights. */
    STORAGE;

    /** True for what a month does not add to. */
    public boolean isOnce() {
        return this == PREPARATION || this == TRAINING;
    }
}
