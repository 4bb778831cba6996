package io.tunetally.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How traffic grows from step to step: {@code 10% a month}, {@code 50 a week}. The first step has the traffic of today.
 *
 * @param amount the percentage, above -100, or the requests a day that are added
 * @param percent whether it is a percentage, which compounds
 * @param everyDays the days of a step
 */
public record Growth(BigDecimal amount, boolean percent, long everyDays) {
    private static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Map<Long, String> NAMED_PERIODS = Map.of(
            1L,
            "a day",
            (long) Period.DAYS_PER_WEEK,
            "a week",
            (long) Period.DAYS_PER_MONTH,
            "a month",
            3L * Period.DAYS_PER_MONTH,
            "a quarter",
            12L * Period.DAYS_PER_MONTH,
            "a year");
    private static final Pattern COUNTED_PERIOD = Pattern.compile("every (\\d{1,9}) days");

    public Growth {
        amount = Exact.normal(amount);
        if (everyDays < 1) {
            throw new IllegalArgumentException("a step needs at least 1 day, found " + everyDays);
        }
        if (!leavesTraffic(amount, percent)) {
            throw new IllegalArgumentException("nothing is left of the traffic: " + amount);
        }
    }

    /** True if some of the traffic is left after a step: a percentage is above -100, and no requests are taken off. */
    public static boolean leavesTraffic(BigDecimal amount, boolean percent) {
        return percent ? amount.compareTo(HUNDRED.negate()) > 0 : amount.signum() >= 0;
    }

    /** Returns the mean traffic of a number of days, of which the last step may be cut short. */
    public BigDecimal mean(BigDecimal atFirst, long days) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal now = atFirst;
        for (long left = days; left > 0; left -= everyDays) {
            sum = sum.add(now.multiply(BigDecimal.valueOf(Math.min(left, everyDays))), PRECISION);
            now = next(now);
        }
        return Exact.quotient(sum, BigDecimal.valueOf(days));
    }

    private BigDecimal next(BigDecimal traffic) {
        return percent
                ? traffic.add(traffic.multiply(amount).movePointLeft(2), PRECISION)
                : traffic.add(amount, PRECISION);
    }

    /** Returns the amount as it is written, without the period: {@code 10%}, {@code 50}. */
    public String size() {
        return amount.abs().toPlainString() + (percent ? "%" : "");
    }

    /** Returns {@code growing}, {@code growing by} or {@code falling}, which the size follows. */
    public String verb() {
        return percent ? amount.signum() < 0 ? "falling" : "growing" : "growing by";
    }

    /** Returns the period of a step: {@code a month}, {@code every 14 days}. */
    public String period() {
        return NAMED_PERIODS.getOrDefault(everyDays, "every " + everyDays + " days");
    }

    /** Returns the days of a period as {@link #period()} writes it; empty for any other text. */
    public static OptionalLong daysOf(String period) {
        Matcher counted = COUNTED_PERIOD.matcher(period);
        return counted.matches()
                ? OptionalLong.of(Long.parseLong(counted.group(1)))
                : NAMED_PERIODS.entrySet().stream()
                        .filter(named -> named.getValue().equals(period))
                        .mapToLong(Map.Entry::getKey)
                        .findFirst();
    }

    /** Returns {@code growing 10% a month}, {@code growing by 50 a week}. */
    @Override
    public String toString() {
        return verb() + " " + size() + " " + period();
    }
}
