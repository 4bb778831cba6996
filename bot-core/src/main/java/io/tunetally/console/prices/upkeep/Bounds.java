package io.tunetally.console.prices.upkeep;

import io.tunetally.units.Band;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The ends of a number.
 *
 * @param low null if there is no number, e.g. in a refusal
 * @param high null if there is none, e.g. of a break-even that may never come
 */
record Bounds(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    static final Bounds NONE = new Bounds(null, null);

    static Bounds of(Band band) {
        return new Bounds(band.low().usd(), band.high().usd());
    }

    static Bounds exactly(long number) {
        return new Bounds(BigDecimal.valueOf(number), BigDecimal.valueOf(number));
    }
}
