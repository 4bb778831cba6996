package io.tunetally.console.prices;

import static java.time.temporal.ChronoUnit.DAYS;

import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.compare.PriceDifference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The differences between two rates that can explain a price difference, as sentences without a full stop. */
final class PriceReasons {
    private PriceReasons() {}

    static List<String> of(PriceDifference difference) {
        Rate one = difference.one();
        Rate other = difference.other();
        List<String> reasons = new ArrayList<>();
        if (difference.comparesMethods()) {
            reasons.add(edition(one) + " prices " + method(one) + ", " + edition(other) + " " + method(other));
        }
        Stream.of(one, other).forEach(rate -> reasons.addAll(ofOne(rate)));
        reasons.add(seen(one, other));
        return reasons;
    }

    private static List<String> ofOne(Rate rate) {
        List<String> reasons = new ArrayList<>();
        if (rate.subject() instanceof PriceScope.OfSize) {
            reasons.add(edition(rate) + " prices open models by size (" + PriceWords.subject(rate.subject())
                    + "), not this one by name");
        }
        if (!rate.price().price().isExact()) {
            reasons.add(edition(rate) + " has sources that disagree, hence a range");
        }
        String inferred = rate.provenance().inferred();
        if (inferred != null) {
            reasons.add(edition(rate) + " is inferred: " + inferred);
        }
        return reasons;
    }

    private static String seen(Rate one, Rate other) {
        LocalDate first = one.provenance().lastSeen();
        LocalDate second = other.provenance().lastSeen();
        if (first == null || second == null) {
            return seen(one) + ", " + seen(other);
        }
        if (first.equals(second)) {
            return "both were seen on " + first;
        }
        return edition(first.isAfter(second) ? one : other) + " was seen " + Math.abs(DAYS.between(first, second))
                + " days later";
    }

    private static String seen(Rate rate) {
        LocalDate observed = rate.provenance().lastSeen();
        return edition(rate) + (observed == null ? " is undated" : " was seen on " + observed);
    }

    private static String method(Rate rate) {
        List<String> methods = PriceWords.methods(rate);
        return methods.isEmpty() ? "any method" : String.join(" and ", methods);
    }

    private static String edition(Rate rate) {
        return rate.provenance().edition();
    }
}
