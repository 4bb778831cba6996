package io.tunetally.console.prices.upkeep;

import io.tunetally.units.Change;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a number with two ends; the end that changed most decides. */
record BoundsChange(Bounds before, Bounds after) {
    boolean isNone() {
        return same(before.low(), after.low()) && same(before.high(), after.high());
    }

    /** Returns the number after divided by the one before; empty from or to 0, and if there is no number on one side. */
    Optional<BigDecimal> ratio() {
        List<Optional<Change>> ends = ends();
        return ends.stream().allMatch(end -> end.flatMap(Change::factor).isPresent())
                ? ends.stream()
                        .flatMap(Optional::stream)
                        .max(Comparator.comparing(end -> end.factor().orElseThrow()))
                        .flatMap(Change::ratio)
                : Optional.empty();
    }

    /** True if an end changed by more than five times, from or to 0, or has a number on one side only. */
    boolean needsSecondLook() {
        return !isNone()
                && ends().stream()
                        .anyMatch(end -> end.map(Change::needsSecondLook).orElse(true));
    }

    private List<Optional<Change>> ends() {
        return List.of(change(before.low(), after.low()), change(before.high(), after.high()));
    }

    private static Optional<Change> change(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null || after == null ? Optional.empty() : Optional.of(new Change(before, after));
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
