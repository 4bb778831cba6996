package io.tunetally.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The period for which the tuned model runs, from a day on. A month is 30 days.
 *
 * @param months the requested months, at least 1
 * @param retrainEveryDays the interval between trainings, or null for a single training
 */
public record Horizon(
        LocalDate start, long months, @Nullable Long retrainEveryDays) {
    public Horizon {
        if (months < 1) {
            throw new IllegalArgumentException("months must be at least 1, found " + months);
        }
        if (retrainEveryDays != null && retrainEveryDays < 1) {
            throw new IllegalArgumentException("retraining needs at least 1 day between, found " + retrainEveryDays);
        }
    }

    public long days() {
        return months * Traffic.DAYS_PER_MONTH;
    }

    public LocalDate end() {
        return start.plusDays(days());
    }

    /** Returns the number of trainings after the first within a number of days. */
    public long retrainingsWithin(long days) {
        return retrainEveryDays == null ? 0 : days / retrainEveryDays;
    }
}
