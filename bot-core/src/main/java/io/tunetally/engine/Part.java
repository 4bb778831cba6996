package io.tunetally.engine;

/** Which part of the cost a line belongs to. */
public enum Part {
    /** Paid once a training. */
    TRAINING,
    /** Paid a month, by what is asked. */
    INFERENCE,
    /** Paid a month, also when idle. */
    HOSTING,
    /** Paid a month for keeping the tuned weights. */
    STORAGE
}
