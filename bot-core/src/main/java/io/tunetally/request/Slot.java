package io.tunetally.request;

import io.tunetally.text.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * A value of a request.
 *
 * @param high the upper end of a range, else null
 * @param span its position in the message, null if it is not from this message
 * @param approximate given with "about", "at least" or the like
 */
public record Slot<T>(
        T value, @Nullable T high, Origin origin, @Nullable TextSpan span, boolean approximate) {
    public static <T> Slot<T> of(T value, Origin origin) {
        return new Slot<>(value, null, origin, null, false);
    }

    /** Returns the upper end, which is the value itself without a range. */
    public T highOrValue() {
        return high == null ? value : high;
    }
}
