package io.tunetally.units;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * An amount of money between two ends, which are equal if it is known exactly.
 *
 * @param low the lower end, never above {@code high}
 */
public record Band(Money low, Money high) {
    public static final Band ZERO = exactly(Money.ZERO);

    /** Sorts by the most that may have to be paid: an amount that is likely larger does not come first by its low end. */
    public static final Comparator<Band> LEAST_AT_MOST =
            Comparator.comparing(Band::high).thenComparing(Band::low);

    public Band {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low end " + low + " is above high end " + high);
        }
    }

    public static Band exactly(Money amount) {
        return new Band(amount, amount);
    }

    /** Parses both ends, e.g. {@code "0.216"} and {@code "0.288"}. */
    public static Band of(String low, String high) {
        return new Band(Money.of(low), Money.of(high));
    }

    public static Band of(String amount) {
        return exactly(Money.of(amount));
    }

    /** Returns the narrowest band that contains both. */
    public Band hull(Band other) {
        return new Band(low.min(other.low), high.max(other.high));
    }

    public Band plus(Band other) {
        if (isZero() || other.isZero()) {
            return isZero() ? other : this;
        }
        Money sum = low.plus(other.low);
        return Exact.isOne(low, high) && Exact.isOne(other.low, other.high)
                ? exactly(sum)
                : new Band(sum, high.plus(other.high));
    }

    /** Returns both ends multiplied by a non-negative factor. */
    public Band times(BigDecimal factor) {
        if (factor.signum() < 0) {
            throw new IllegalArgumentException("a band cannot be scaled by " + factor);
        }
        return new Band(low.times(factor), high.times(factor));
    }

    public boolean isExact() {
        return Exact.isOne(low, high) || low.equals(high);
    }

    public boolean isZero() {
        return high.isZero() && low.isZero();
    }

    @Override
    public String toString() {
        return isExact() ? low.toString() : low + "-" + high;
    }
}
