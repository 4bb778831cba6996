package io.tunetally.engine;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long the tuned model is to run, from a day on. A month is 30 days.
 *
 * @param months asked for, at least 1
 * @param retrainEveryDays how often it is trained again, or null for never
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

    /** Trainings after the first within a number of days. */
    public long retrainingsWithin(long days) {
        return retrainEveryDays == null ? 0 : days / retrainEveryDays;
    }
}
