package io.tunetally.engine.tipping;

import io.tunetally.engine.Offer;

/**
 * A side of a comparison.
 *
 * @param tuned whether the offer's model is tuned, or used as it is
 */
public record Contender(Offer offer, boolean tuned) {}
