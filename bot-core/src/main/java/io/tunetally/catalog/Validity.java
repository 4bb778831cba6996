package io.tunetally.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The period in which a fact is valid.
 *
 * @param from the first day, or null for no start
 * @param until the first day on which it is no longer valid, or null for no end
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {
    public static final Validity ALWAYS = new Validity(null, null);

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    public boolean overlaps(Validity other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    /** Returns the rest of this period without the days of another: none, one or two periods. */
    public List<Validity> without(Validity other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        List<Validity> rest = new ArrayList<>();
        if (other.from != null && (from == null || from.isBefore(other.from))) {
            rest.add(new Validity(from, other.from));
        }
        if (other.until != null && (until == null || other.until.isBefore(until))) {
            rest.add(new Validity(other.until, until));
        }
        return rest;
    }

    private boolean startsBeforeEndOf(Validity other) {
        return from == null || other.until == null || from.isBefore(other.until);
    }
}
