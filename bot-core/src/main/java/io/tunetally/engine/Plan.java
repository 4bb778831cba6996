package io.tunetally.engine;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a price, the same for every offer.
 *
 * @param traffic the model's traffic, or null if only training is priced
 * @param horizon the running time, or null if no total was requested
 * @param units provisioned units or hosted endpoints, at least 1
 * @param gpuSetup how a job on own or rented GPUs runs
 */
public record Plan(
        TrainingJob job,
        @Nullable Traffic traffic,
        @Nullable Horizon horizon,
        long units,
        GpuSetup gpuSetup) {
    public Plan {
        if (units < 1) {
            throw new IllegalArgumentException("units must be at least 1, found " + units);
        }
        if (horizon != null && traffic == null) {
            throw new IllegalArgumentException("a total over months needs the traffic of a month");
        }
    }

    /**
     * How a job on own or rented GPUs runs.
     *
     * @param gpu the GPU, or null for the usual one
     * @param quantized whether LoRA keeps the frozen weights in four bits (QLoRA)
     */
    public record GpuSetup(@Nullable Gpu gpu, boolean quantized) {
        /** The usual GPU, and weights of 16 bits. */
        public static final GpuSetup USUAL = new GpuSetup(null, false);
    }

    /** Returns a plan for training and running over a horizon. */
    public static Plan over(TrainingJob job, Traffic traffic, Horizon horizon) {
        return new Plan(job, traffic, horizon, 1, GpuSetup.USUAL);
    }

    /** Returns a plan for training alone. */
    public static Plan training(TrainingJob job) {
        return new Plan(job, null, null, 1, GpuSetup.USUAL);
    }
}
