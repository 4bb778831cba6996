package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.Rate;
import io.tunetally.console.prices.PriceWords;
import java.math.BigDecimal;
import java.util.Optional;

/** A price before and after a change; both are of the same figure. */
record PriceChange(Rate before, Rate after) {
    Optional<BigDecimal> ratio() {
        return change().ratio();
    }

    boolean isHeld() {
        return change().needsSecondLook();
    }

    /** Returns the figure with the circumstances its price depends on. */
    static String figure(Rate rate) {
        String circumstances = PriceWords.circumstances(rate);
        return rate.figure().label() + (circumstances.isEmpty() ? "" : ", " + circumstances);
    }

    @Override
    public String toString() {
        return PriceWords.subject(after.subject()) + " at " + after.provider() + ", " + figure(after) + ": "
                + before.price().price() + " -> " + after.price().price();
    }

    private BoundsChange change() {
        return new BoundsChange(
                Bounds.of(before.price().price()), Bounds.of(after.price().price()));
    }
}
