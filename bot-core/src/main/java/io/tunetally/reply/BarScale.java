package io.tunetally.reply;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * Lengths of bars: in proportion to their amounts, or by their logarithms where the largest is so many times the smallest
 * that it would leave nothing to see of the others.
 */
public final class BarScale {
    /** From this ratio of the largest to the smallest amount the scale is logarithmic. */
    private static final double PROPORTIONAL_UP_TO = 50;

    /** The share of the smallest bar on a logarithmic scale. */
    private static final double LEAST_SHARE = 0.08;

    private final double smallest;
    private final double largest;

    private BarScale(double smallest, double largest) {
        this.smallest = smallest;
        this.largest = largest;
    }

    /** Returns the scale of amounts in US dollars; those of zero have no bar. */
    public static BarScale of(Collection<BigDecimal> amountsUsd) {
        double[] above = amountsUsd.stream()
                .mapToDouble(BigDecimal::doubleValue)
                .filter(usd -> usd > 0)
                .sorted()
                .toArray();
        return above.length == 0 ? new BarScale(0, 0) : new BarScale(above[0], above[above.length - 1]);
    }

    public boolean isLogarithmic() {
        return smallest > 0 && largest / smallest > PROPORTIONAL_UP_TO;
    }

    /** Returns the length of an amount's bar as a share of the longest, from 0 to 1. */
    public double share(BigDecimal usd) {
        double amount = usd.doubleValue();
        if (amount <= 0 || largest <= 0) {
            return 0;
        }
        return isLogarithmic()
                ? LEAST_SHARE + (1 - LEAST_SHARE) * Math.log(amount / smallest) / Math.log(largest / smallest)
                : amount / largest;
    }
}
