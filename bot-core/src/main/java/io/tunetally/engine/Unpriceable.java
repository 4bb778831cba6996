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
}
