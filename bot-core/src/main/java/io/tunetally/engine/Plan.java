package io.tunetally.engine;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a price, the same for every offer.
 *
 * @param traffic the model's traffic, or null if only training is priced
 * @param horizon the running time, or null if no total was requested
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

    /** Returns a plan for training and running over a horizon. */
    public static Plan over(TrainingJob job, Traffic traffic, Horizon horizon) {
        return new Plan(job, traffic, horizon, 1, null);
    }

    /** Returns a plan for training alone. */
    public static Plan training(TrainingJob job) {
        return new Plan(job, null, null, 1, null);
    }
}
