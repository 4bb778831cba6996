package io.tunetally.engine.tipping;

import io.tunetally.engine.Offer;
import java.util.Objects;

/**
 * A side of a comparison.
 *
 * @param tuned whether the offer's model is tuned, or used as it is
 */
public record Contender(Offer offer, boolean tuned) {
    /** Hashes what tells contenders apart: an offer contains long lists. */
    @Override
    public int hashCode() {
        return Objects.hash(offer.model().id(), offer.provider().id(), offer.method(), offer.deployment(), tuned);
    }
}
