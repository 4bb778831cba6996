package io.tunetally.units;

import java.math.BigDecimal;

/**
 * A whole number between two ends, which are equal if it is known.
 *
 * @param low never above {@code high}
 */
public record Range(long low, long high) {
    public Range {
        if (low > high) {
            throw new IllegalArgumentException("low end " + low + " is above high end " + high);
        }
    }

    public static Range exactly(long value) {
        return new Range(value, value);
    }

    public boolean isExact() {
        return low == high;
    }

    public BigDecimal lowDecimal() {
        return BigDecimal.valueOf(low);
    }

    public BigDecimal highDecimal() {
        return BigDecimal.valueOf(high);
    }

    /** Returns both ends, limited to a cap. */
    public Range cappedAt(long cap) {
        return new Range(Math.min(low, cap), Math.min(high, cap));
    }

    @Override
    public String toString() {
        return isExact() ? Long.toString(low) : low + "-" + high;
    }
}
