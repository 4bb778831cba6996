package io.tunetally.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Puts the rates of one edition together: an overlay takes its days from what is built in, and no two may compete. */
final class RateMerge {
    private final Faults faults;

    RateMerge(Faults faults) {
        this.faults = faults;
    }

    List<Rate> merge(List<Placed<Rate>> rates) {
        List<Placed<Rate>> overlaid = rates.stream().filter(Placed::overlaid).toList();
        List<Placed<Rate>> merged = new ArrayList<>();
        for (Placed<Rate> rate : rates) {
            merged.addAll(rate.overlaid() ? List.of(rate) : uncovered(rate, overlaid));
        }
        checkOverlaps(merged);
        return merged.stream().map(Placed::value).toList();
    }

    private static List<Placed<Rate>> uncovered(Placed<Rate> builtIn, List<Placed<Rate>> overlaid) {
        List<Effective> rest = List.of(builtIn.value().effective());
        for (Placed<Rate> overlay : overlaid) {
            if (replaces(overlay.value(), builtIn.value())) {
                rest = rest.stream()
                        .flatMap(range -> range.without(overlay.value().effective()).stream())
                        .toList();
            }
        }
        return rest.stream()
                .map(range -> new Placed<>(builtIn.value().during(range), builtIn.place(), false))
                .toList();
    }

    private static boolean replaces(Rate overlay, Rate builtIn) {
        return samePlaceInTheBook(overlay, builtIn)
                && overlay.subject().equals(builtIn.subject())
                && covers(overlay.methods(), builtIn.methods())
                && covers(overlay.objectives(), builtIn.objectives());
    }

    private void checkOverlaps(List<Placed<Rate>> rates) {
        for (int i = 0; i < rates.size(); i++) {
            for (Placed<Rate> earlier : rates.subList(0, i)) {
                if (compete(earlier.value(), rates.get(i).value())) {
                    faults.add(
                            rates.get(i).place(),
                            "prices the same days as " + earlier.place()
                                    + "; end one with effective.until, or tell them apart by objectives, deployment or variant");
                }
            }
        }
    }

    private static boolean compete(Rate one, Rate other) {
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

    private static boolean meet(Subject one, Subject other) {
        return (one instanceof Subject.OfSize size && other instanceof Subject.OfSize otherSize)
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
