package io.tunetally.engine;

/** The part of the cost that a line belongs to. */
public enum Part {
    /** Paid once per training. */
    TRAINING,
    /** Paid monthly, by usage. */
    INFERENCE,
    /** Paid monthly, even when idle. */
    HOSTING,
    /** Paid monthly, for storing the tuned weights. */
    STORAGE
}
