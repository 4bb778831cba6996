package io.tunetally.units;

/** The lengths of the periods in which costs are told: a month has 30 days everywhere in an answer. */
public final class Period {
    public static final int HOURS_PER_DAY = 24;
    public static final int DAYS_PER_WEEK = 7;
    public static final int DAYS_PER_MONTH = 30;
    public static final int HOURS_PER_MONTH = HOURS_PER_DAY * DAYS_PER_MONTH;

    private Period() {}
}
