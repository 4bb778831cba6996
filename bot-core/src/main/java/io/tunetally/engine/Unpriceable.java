package io.tunetally.engine;

import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Provider;
import io.tunetally.units.Quantity;
import org.jspecify.annotations.Nullable;

/** The reason why an offer cannot be priced. */
public sealed interface Unpriceable extends Priced {
    /** The job exceeds {@link TrainingJob#MAX_BILLED_TOKENS}. */
    record TooLarge(Quantity billedTokens) implements Unpriceable {}

    /** No edition has a training price valid on the day. */
    record NoPrice(Model model) implements Unpriceable {}

    /** The training is billed per hour, and no hours were given. */
    record HoursNeeded(Offer offer) implements Unpriceable {}

    /** Self-hosting is computed from the model's size, which is unknown. */
    record SizeNeeded(Model model) implements Unpriceable {}

    /**
     * The GPU's speed is unknown, and so are the hours.
     *
     * @param said the GPU in the user's words
     */
    record UnknownGpu(String said) implements Unpriceable {}

    /** No edition has an hourly price for the GPU at the provider. */
    record NoGpuPrice(Gpu gpu, Provider provider) implements Unpriceable {}

    /**
     * The GPUs are the asker's own, and cost electricity at most.
     *
     * @param tokens the tokens that are trained on
     * @param sampled the tokens that reinforcement fine-tuning generates, null if none are
     * @param hours the GPU-hours
     */
    record OwnHardware(
            Offer offer,
            GpuNeed need,
            Quantity tokens,
            @Nullable Quantity sampled,
            Quantity hours) implements Unpriceable {}
}
