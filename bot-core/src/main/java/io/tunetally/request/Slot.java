package io.tunetally.request;

import io.tunetally.text.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * A value of a request.
 *
 * @param high the upper end of a range, else null
 * @param span its position in the message, null if it is not from this message
 * @param approximate given with "about", "at least" or the like
 * @param arithmetic how it follows from the numbers of the message, {@code 14 × 120}; null if that is not known
 */
public record Slot<T>(
        T value,
        @Nullable T high,
        Origin origin,
        @Nullable TextSpan span,
        boolean approximate,
        @Nullable String arithmetic) {
    public Slot(T value, @Nullable T high, Origin origin, @Nullable TextSpan span, boolean approximate) {
        this(value, high, origin, span, approximate, null);
    }

    public static <T> Slot<T> of(T value, Origin origin) {
        return new Slot<>(value, null, origin, null, false);
    }

    /** Returns the value that a message says at a position; null if it is no place of this message. */
    public static <T> Slot<T> said(T value, @Nullable TextSpan span) {
        return new Slot<>(value, null, Origin.SAID, span, false);
    }

    /** Returns the slot with the arithmetic that its value follows from. */
    public Slot<T> explained(String by) {
        return new Slot<>(value, high, origin, span, approximate, by);
    }

    /** Returns the upper end, which is the value itself without a range. */
    public T highOrValue() {
        return high == null ? value : high;
    }
}
