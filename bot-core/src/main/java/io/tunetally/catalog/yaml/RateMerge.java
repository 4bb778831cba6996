package io.tunetally.catalog.yaml;

import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Validity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Merges the rates of an edition: an overlay replaces built-in rates on its days, and no two rates may compete. */
public final class RateMerge {
    private final Faults faults;

    public RateMerge(Faults faults) {
        this.faults = faults;
    }

    public List<Rate> merge(List<Located<Rate>> rates) {
        List<Located<Rate>> overlaid = rates.stream().filter(Located::overlaid).toList();
        List<Located<Rate>> merged = new ArrayList<>();
        for (Located<Rate> rate : rates) {
            merged.addAll(rate.overlaid() ? List.of(rate) : uncovered(rate, overlaid));
        }
        checkOverlaps(merged);
        return merged.stream().map(Located::value).toList();
    }

    /** Returns rates with others laid over them, which replace what they cover. */
    public static List<Rate> laidOver(List<Rate> rates, List<Rate> others) {
        return Stream.concat(rates.stream().flatMap(rate -> uncovered(rate, others).stream()), others.stream())
                .toList();
    }

    private static List<Located<Rate>> uncovered(Located<Rate> builtIn, List<Located<Rate>> overlaid) {
        return uncovered(builtIn.value(), overlaid.stream().map(Located::value).toList()).stream()
                .map(rate -> new Located<>(rate, builtIn.place(), false))
                .toList();
    }

    private static List<Rate> uncovered(Rate builtIn, List<Rate> overlaid) {
        List<Rate> rest = List.of(builtIn);
        for (Rate overlay : overlaid) {
            rest = rest.stream()
                    .flatMap(rate -> without(rate, overlay).stream())
                    .toList();
        }
        return rest;
    }

    /** Returns the rest of a built-in rate: other objectives, and other days of the same ones. */
    private static List<Rate> without(Rate builtIn, Rate overlay) {
        if (!compete(builtIn, overlay)
                || !overlay.subject().equals(builtIn.subject())
                || !covers(overlay.methods(), builtIn.methods())) {
            return List.of(builtIn);
        }
        List<Rate> rest = new ArrayList<>();
        Rate same = builtIn;
        if (!covers(overlay.objectives(), builtIn.objectives())) {
            Set<Objective> kept = EnumSet.copyOf(allOf(builtIn.objectives()));
            kept.removeAll(overlay.objectives());
            rest.add(builtIn.aimedAt(kept));
            Set<Objective> shared = EnumSet.copyOf(allOf(builtIn.objectives()));
            shared.retainAll(overlay.objectives());
            same = builtIn.aimedAt(shared);
        }
        for (Validity days : builtIn.effective().without(overlay.effective())) {
            rest.add(same.during(days));
        }
        return rest;
    }

    private static Set<Objective> allOf(Set<Objective> objectives) {
        return objectives.isEmpty() ? EnumSet.allOf(Objective.class) : objectives;
    }

    /** Compares each rate with the first that it overlaps: a hundred copies cause a hundred faults, not five thousand. */
    private void checkOverlaps(List<Located<Rate>> rates) {
        for (int i = 0; i < rates.size(); i++) {
            Located<Rate> rate = rates.get(i);
            rates.subList(0, i).stream()
                    .filter(earlier -> compete(earlier.value(), rate.value()))
                    .findFirst()
                    .ifPresent(
                            earlier -> faults.add(
                                    rate.place(),
                                    "prices the same days as " + earlier.place()
                                            + "; end one with effective.until, or distinguish them by objectives, deployment or variant"));
        }
    }

    /** True if an edition cannot hold both: they price the same figure in the same circumstances on the same days. */
    public static boolean compete(Rate one, Rate other) {
        return samePlaceInTheBook(one, other)
                && meet(one.subject(), other.subject())
                && meet(one.methods(), other.methods())
                && meet(one.objectives(), other.objectives())
                && one.effective().overlaps(other.effective());
    }

    private static boolean samePlaceInTheBook(Rate one, Rate other) {
        return one.figure() == other.figure()
                && one.provider().equals(other.provider())
                && Objects.equals(one.deployment(), other.deployment())
                && one.variant().equals(other.variant());
    }

    private static boolean meet(PriceScope one, PriceScope other) {
        return (one instanceof PriceScope.OfSize size && other instanceof PriceScope.OfSize otherSize)
                ? size.overlaps(otherSize)
                : one.equals(other);
    }

    // An empty set means all.
    private static boolean meet(Set<?> one, Set<?> other) {
        return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
    }

    private static boolean covers(Set<?> one, Set<?> other) {
        return one.isEmpty() || (!other.isEmpty() && one.containsAll(other));
    }
}
