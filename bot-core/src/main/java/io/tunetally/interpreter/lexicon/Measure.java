package io.tunetally.interpreter.lexicon;

/** What a number can count. */
public enum Measure {
    EXAMPLE,
    /** Counts examples, or requests where a period follows ({@code tickets}). */
    ITEM,
    TOKEN,
    EPOCH,
    REQUEST,
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
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

    public boolean isTime() {
        return compareTo(SECOND) >= 0 && compareTo(YEAR) <= 0;
    }
}
