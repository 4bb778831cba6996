package io.tunetally.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a fact holds.
 *
 * @param from the first day, or null for always before
 * @param until the first day on which it no longer holds, or null for ever after
 */
public record Effective(@Nullable LocalDate from, @Nullable LocalDate until) {
    public static final Effective ALWAYS = new Effective(null, null);

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    public boolean overlaps(Effective other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Effective other) {
        return from == null || other.until == null || from.isBefore(other.until);
    }
}
