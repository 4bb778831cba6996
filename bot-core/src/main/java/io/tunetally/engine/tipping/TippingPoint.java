package io.tunetally.engine.tipping;

import io.tunetally.units.Exact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of a number at which another contender becomes the cheapest.
 *
 * @param now the present value
 * @param lastHeld the last value at which the winner of today still wins: next to {@code changesAt}, or the present one
 * @param changesAt the first whole value at which another one wins
 * @param before both at {@code lastHeld}
 * @param after both at {@code changesAt}
 */
public record TippingPoint(BigDecimal now, BigDecimal lastHeld, long changesAt, Pair before, Pair after) {
    /**
     * The two contenders on one side of the point.
     *
     * @param old the winner of today; null if it has no price there
     * @param rival the winner beyond the point; null if it has no price there
     */
    public record Pair(
            @Nullable PricedContender old, @Nullable PricedContender rival) {}

    /** Returns how many times larger or smaller than the present value the point is, at least 1. */
    public BigDecimal ratio() {
        BigDecimal there = BigDecimal.valueOf(changesAt);
        return isAbove() ? Exact.quotient(there, now) : Exact.quotient(now, there);
    }

    /** True if the number must grow. */
    public boolean isAbove() {
        return BigDecimal.valueOf(changesAt).compareTo(now) > 0;
    }
}
