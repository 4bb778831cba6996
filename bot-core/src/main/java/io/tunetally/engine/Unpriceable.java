package io.tunetally.engine;

import io.tunetally.catalog.Model;
import io.tunetally.units.Quantity;

/** Why an offer cannot be priced. */
public sealed interface Unpriceable extends Priced {
    /** More tokens than {@link TrainingJob#MAX_BILLED_TOKENS}. */
    record TooLarge(Quantity billedTokens) implements Unpriceable {}

    /** No edition has a training price that holds on the day. */
    record NoPrice(Model model) implements Unpriceable {}

    /** Billed by the hour, and no hours were said. */
    record HoursNeeded(Offer offer) implements Unpriceable {}

    /** Self-hosting is computed from the model's size, which is not known. */
    record SizeNeeded(Model model) implements Unpriceable {}

    /**
     * How fast the GPU is, is not known, so neither are the hours.
     *
     * @param said the GPU in the asker's word
     */
    record UnknownGpu(String said) implements Unpriceable {}

    /** No edition has an hourly price for the GPU. */
    record NoGpuPrice(Gpu gpu) implements Unpriceable {}
}
