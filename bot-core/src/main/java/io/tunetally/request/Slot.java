package io.tunetally.request;

import io.tunetally.text.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * One value of a request.
 *
 * @param high the upper end where a range was said, else null
 * @param span where it was said, null where it was not said in this message
 * @param approximate said with "about", "at least" or the like
 */
public record Slot<T>(
        T value, @Nullable T high, Origin origin, @Nullable TextSpan span, boolean approximate) {
    public static <T> Slot<T> of(T value, Origin origin) {
        return new Slot<>(value, null, origin, null, false);
    }

    /** The upper end, which is the value itself where no range was said. */
    public T highOrValue() {
        return high == null ? value : high;
    }
}
