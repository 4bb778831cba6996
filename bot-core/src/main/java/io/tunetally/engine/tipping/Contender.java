package io.tunetally.engine.tipping;

import io.tunetally.engine.Offer;
import io.tunetally.units.Band;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A side of a comparison.
 *
 * @param tuned whether the offer's model is tuned, or used as it is
 * @param bill what is paid a month today for a model that was not said, with the offer it is set against; null for an offer
 */
public record Contender(
        Offer offer, boolean tuned, @Nullable Band bill) {
    public Contender(Offer offer, boolean tuned) {
        this(offer, tuned, null);
    }

    /** Returns a bill of today beside an offer. */
    public static Contender ofBill(Band month, Offer beside) {
        return new Contender(beside, false, month);
    }

    /** Hashes what tells contenders apart: an offer contains long lists. */
    @Override
    public int hashCode() {
        return Objects.hash(offer.model().id(), offer.provider().id(), offer.method(), offer.deployment(), tuned, bill);
    }
}
