package io.tunetally.interpreter.lexicon;

import org.jspecify.annotations.Nullable;

/** The meaning of a number's unit. */
public enum Measure {
    EXAMPLE,
    /** Counts examples, or requests before a period ({@code tickets}). */
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
    /** Words or characters of text, which tokens are estimated from. */
    WORD,
    /** Parameters of a model: the number is not a slot, but its size. */
    PARAMETER,
    /** Any other unit without a slot ({@code GB}, {@code people}). */
    OTHER;

    private final @Nullable TimeUnit time;

    Measure() {
        time = null;
    }

    Measure(TimeUnit time) {
        this.time = time;
    }

    /** Returns the unit of time; null for any other unit. */
    public @Nullable TimeUnit time() {
        return time;
    }

    public boolean isTime() {
        return time != null;
    }
}
