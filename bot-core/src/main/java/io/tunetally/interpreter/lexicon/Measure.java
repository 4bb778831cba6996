package io.tunetally.interpreter.lexicon;

import org.jspecify.annotations.Nullable;

/** What a number can count. */
public enum Measure {
    EXAMPLE,
    /** Counts examples, or requests where a period follows ({@code tickets}). */
    ITEM,
    TOKEN,
    EPOCH,
    REQUEST,
    SECOND(TimeUnit.SECOND),
    MINUTE(TimeUnit.MINUTE),
    HOUR(TimeUnit.HOUR),
    DAY(TimeUnit.DAY),
    WEEK(TimeUnit.WEEK),
    MONTH(TimeUnit.MONTH),
    QUARTER(TimeUnit.QUARTER),
    YEAR(TimeUnit.YEAR),
    RUN,
    TIMES,
    EVALUATION,
    CAPACITY,
    DOLLAR,
    PERCENT,
    SEQUENCE,
    /** Parameters of a model: the number is no slot, but the size of one. */
    PARAMETER,
    /** Anything else that is counted and is no slot ({@code GB}, {@code people}). */
    OTHER;

    private final @Nullable TimeUnit time;

    Measure() {
        time = null;
    }

    Measure(TimeUnit time) {
        this.time = time;
    }

    /** The unit of time that it is; null where it counts something else. */
    public @Nullable TimeUnit time() {
        return time;
    }

    public boolean isTime() {
        return time != null;
    }
}
