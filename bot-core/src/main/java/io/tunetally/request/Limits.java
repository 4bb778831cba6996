package io.tunetally.request;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a numeric slot.
 *
 * @param kind the kind of the problem for a number outside the limits
 * @param minimum the smallest value allowed
 * @param maximum the largest value allowed
 * @param whole whether only whole numbers are allowed
 */
public record Limits(String kind, BigDecimal minimum, BigDecimal maximum, boolean whole) {
    public boolean allow(@Nullable BigDecimal value) {
        return value == null
                || (value.compareTo(minimum) >= 0
                        && value.compareTo(maximum) <= 0
                        && (!whole
                                || value.scale() <= 0
                                || value.stripTrailingZeros().scale() <= 0));
    }
}
