package io.tunetally.engine;

import org.jspecify.annotations.Nullable;

/**
 * What is to be priced: the same for every offer it is priced with.
 *
 * @param traffic what the model is asked, or null where running it was not asked about
 * @param horizon how long it runs, or null where no total was asked for
 * @param units provisioned units or hosted endpoints, at least 1
 * @param gpu the GPU of a self-hosted job, or null for the usual one
 */
public record Plan(
        TrainingJob job,
        @Nullable Traffic traffic,
        @Nullable Horizon horizon,
        long units,
        @Nullable Gpu gpu) {
    public Plan {
        if (units < 1) {
            throw new IllegalArgumentException("units must be at least 1, found " + units);
        }
        if (horizon != null && traffic == null) {
            throw new IllegalArgumentException("a total over months needs the traffic of a month");
        }
    }

    /** Training, and running it over a horizon. */
    public static Plan over(TrainingJob job, Traffic traffic, Horizon horizon) {
        return new Plan(job, traffic, horizon, 1, null);
    }

    /** Training alone. */
    public static Plan training(TrainingJob job) {
        return new Plan(job, null, null, 1, null);
    }
}
