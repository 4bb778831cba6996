package io.tunetally.engine;

import io.tunetally.units.Exact;
import io.tunetally.units.Growth;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The period for which the tuned model runs, from a day on.
 *
 * @param days the requested days, at least 1; a day that has begun counts
 * @param retrainEveryDays the interval between trainings, or null for a single training
 * @param growing how the traffic grows within it, or null if every day is alike
 * @param hours its hours, if they are no whole number of days; else null
 */
public record Horizon(
        LocalDate start,
        long days,
        @Nullable Long retrainEveryDays,
        @Nullable Growing growing,
        @Nullable BigDecimal hours) {
    /** Creates a period in which every day is alike. */
    public Horizon(LocalDate start, long days, @Nullable Long retrainEveryDays) {
        this(start, days, retrainEveryDays, null, null);
    }

    public Horizon {
        if (days < 1) {
            throw new IllegalArgumentException("days must be at least 1, found " + days);
        }
        if (retrainEveryDays != null && retrainEveryDays < 1) {
            throw new IllegalArgumentException("retraining needs at least 1 day between, found " + retrainEveryDays);
        }
    }

    /** Returns a period of months, each of 30 days. */
    public static Horizon ofMonths(LocalDate start, long months, @Nullable Long retrainEveryDays) {
        return new Horizon(start, Math.multiplyExact(months, Period.DAYS_PER_MONTH), retrainEveryDays);
    }

    /** Returns how much of the mean traffic of the whole period the first days have: 1 where every day is alike. */
    BigDecimal shareOfMean(long firstDays) {
        return growing == null || firstDays == days
                ? BigDecimal.ONE
                : Exact.quotient(growing.mean(firstDays), growing.mean(days));
    }

    /** Returns the months of 30 days, which may have a fraction. */
    public BigDecimal months() {
        return hours == null
                ? Exact.quotient(BigDecimal.valueOf(days), BigDecimal.valueOf(Period.DAYS_PER_MONTH))
                : Exact.quotient(hours, BigDecimal.valueOf(Period.HOURS_PER_MONTH));
    }

    /** True if it is shorter than a month, so that the price of a month says little. */
    public boolean isBelowMonth() {
        return days < Period.DAYS_PER_MONTH;
    }

    public LocalDate end() {
        return start.plusDays(days());
    }

    /** Returns the number of trainings after the first. */
    public long retrainings() {
        return retrainingsWithin(days);
    }

    /** Returns the number of trainings after the first within a number of days. */
    public long retrainingsWithin(long days) {
        return retrainEveryDays == null ? 0 : days / retrainEveryDays;
    }

    /**
     * Traffic that grows from the first day on.
     *
     * @param requestsPerDay those of the first day
     */
    public record Growing(BigDecimal requestsPerDay, Growth growth) {
        /** Returns the mean requests a day of the first days. */
        public BigDecimal mean(long days) {
            return growth.mean(requestsPerDay, days);
        }
    }
}
