package io.tunetally.interpreter.lexicon;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of time units. Rates, horizons and intervals all read it: a month has 30 days, a year twelve months. A new unit is
 * one row here, one constant of {@link Measure}, and its words in {@code lexicon.yaml}.
 */
public enum TimeUnit {
    SECOND("s", 86_400, 0),
    MINUTE(null, 1_440, 0),
    HOUR("h", 24, 0),
    DAY("d", 1, 1),
    WEEK("w", 0, 7),
    MONTH("m", 0, 30),
    QUARTER(null, 0, 90),
    YEAR("y", 0, 360);

    private static final BigDecimal DAYS_PER_MONTH = BigDecimal.valueOf(MONTH.days);
    private static final int RATE_DECIMALS = 6;
    private static final int MONTHS_DECIMALS = 3;

    private final @Nullable String letter;
    private final long perDay;
    private final long days;

    /**
     * A row.
     *
     * @param letter its abbreviation behind a slash, as in {@code 5 requests/s}; null where there is none
     * @param perDay how many of it make a day; 0 where it is longer than a day
     * @param days how many days it has; 0 where it is shorter than a day
     */
    TimeUnit(@Nullable String letter, long perDay, long days) {
        this.letter = letter;
        this.perDay = perDay;
        this.days = days;
    }

    /** The unit with this abbreviation. */
    public static Optional<TimeUnit> abbreviated(String letter) {
        return Stream.of(values()).filter(unit -> letter.equals(unit.letter)).findFirst();
    }

    /** A rate per this unit as a rate per day. */
    public BigDecimal perDay(BigDecimal rate) {
        return perDay > 0
                ? rate.multiply(BigDecimal.valueOf(perDay))
                : rate.divide(BigDecimal.valueOf(days), MathContext.DECIMAL64)
                        .setScale(RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** Days in one of it. Empty below a day: nothing runs, is planned or repeated for seconds, minutes or hours. */
    public Optional<BigDecimal> days() {
        return days > 0 ? Optional.of(BigDecimal.valueOf(days)) : Optional.empty();
    }

    /** Months in so many of it. Empty below a day. */
    public Optional<BigDecimal> months(BigDecimal count) {
        return days().map(inDays -> this == MONTH
                ? count
                : count.multiply(inDays)
                        .divide(DAYS_PER_MONTH, MathContext.DECIMAL64)
                        .setScale(MONTHS_DECIMALS, RoundingMode.HALF_UP));
    }

    /** Whether plans are made in it: a month or longer. */
    public boolean isLong() {
        return compareTo(MONTH) >= 0;
    }
}
