package io.tunetally.interpreter.lexicon;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of time units, used for rates, horizons and intervals: a month has 30 days, a year twelve months. A new
 * unit needs a row here, a constant of {@link Measure}, and its words in {@code lexicon.yaml}.
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
     * Creates a row.
     *
     * @param letter its abbreviation after a slash, as in {@code 5 requests/s}; null if there is none
     * @param perDay units per day; 0 if it is longer than a day
     * @param days days per unit; 0 if it is shorter than a day
     */
    TimeUnit(@Nullable String letter, long perDay, long days) {
        this.letter = letter;
        this.perDay = perDay;
        this.days = days;
    }

    /** Returns its abbreviation; null if it has none. */
    public @Nullable String letter() {
        return letter;
    }

    /** Returns the unit with this abbreviation. */
    public static Optional<TimeUnit> abbreviated(String letter) {
        return Stream.of(values()).filter(unit -> letter.equals(unit.letter)).findFirst();
    }

    /** Converts a rate per this unit to a rate per day. */
    public BigDecimal perDay(BigDecimal rate) {
        return perDay > 0
                ? rate.multiply(BigDecimal.valueOf(perDay))
                : rate.divide(BigDecimal.valueOf(days), MathContext.DECIMAL64)
                        .setScale(RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    /** Returns the units of an hour; only for a unit shorter than a day. */
    public BigDecimal perHour() {
        return BigDecimal.valueOf(perDay / HOUR.perDay);
    }

    /** Converts a number of units to hours. */
    public BigDecimal hours(BigDecimal count) {
        BigDecimal inDays = count.multiply(BigDecimal.valueOf(HOUR.perDay));
        return perDay > 0
                ? inDays.divide(BigDecimal.valueOf(perDay), MathContext.DECIMAL64)
                : inDays.multiply(BigDecimal.valueOf(days));
    }

    /** Returns the days in one unit. Empty below a day: nothing runs, is planned or repeated for seconds, minutes or hours. */
    public Optional<BigDecimal> days() {
        return days > 0 ? Optional.of(BigDecimal.valueOf(days)) : Optional.empty();
    }

    /** Converts a number of units to months. Empty below a day. */
    public Optional<BigDecimal> months(BigDecimal count) {
        return days().map(inDays -> this == MONTH
                ? count
                : count.multiply(inDays)
                        .divide(DAYS_PER_MONTH, MathContext.DECIMAL64)
                        .setScale(MONTHS_DECIMALS, RoundingMode.HALF_UP));
    }

    /** True for a month or longer, the usual units of plans. */
    public boolean isLong() {
        return compareTo(MONTH) >= 0;
    }
}
