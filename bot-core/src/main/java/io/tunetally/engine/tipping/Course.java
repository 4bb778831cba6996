package io.tunetally.engine.tipping;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The values of a number that are tried, all whole.
 *
 * @param now the present value, which need not be whole
 * @param least the smallest value to try
 * @param most the largest value to try
 */
public record Course(BigDecimal now, long least, long most) {
    /** The search covers a thousandth to a thousand times the present value. */
    public static final long FACTOR = 1000;

    public Course {
        if (now.signum() <= 0 || least < 1) {
            throw new IllegalArgumentException("values are above zero, found " + now + " and " + least);
        }
    }

    /** Returns the values around the present one, within limits. */
    public static Course around(BigDecimal now, BigDecimal minimum, BigDecimal maximum) {
        BigDecimal factor = BigDecimal.valueOf(FACTOR);
        long least = now.divide(factor, 0, RoundingMode.CEILING)
                .max(minimum.setScale(0, RoundingMode.CEILING))
                .max(BigDecimal.ONE)
                .longValueExact();
        long most = now.multiply(factor)
                .min(maximum)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        return new Course(now, least, most);
    }

    /** Returns the largest whole value up to the present one. */
    long below() {
        return now.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    /** Returns the smallest whole value from the present one on. */
    long above() {
        return now.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}
