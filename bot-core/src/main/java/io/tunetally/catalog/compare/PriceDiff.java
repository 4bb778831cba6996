package io.tunetally.catalog.compare;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares two editions on a day: each figure that both have for the same model at the same provider. */
public final class PriceDiff {
    private final Catalog catalog;
    private final LocalDate day;

    public PriceDiff(Catalog catalog, LocalDate day) {
        this.catalog = catalog;
        this.day = day;
    }

    /**
     * Returns all figures in both editions, including those that agree; a model's size tier is used if it has no price
     * of its own. If only one edition distinguishes methods, the other's price is compared with each.
     *
     * @throws IllegalArgumentException if there is no such edition
     */
    public List<PriceDifference> between(String edition, String otherEdition) {
        PriceBook one = book(edition);
        PriceBook other = book(otherEdition);
        List<PriceDifference> differences = new ArrayList<>();
        for (Model model : catalog.models()) {
            List<Rate> ours = ratesOf(model, one);
            List<Rate> theirs = ratesOf(model, other);
            for (Rate rate : ours) {
                theirs.stream()
                        .filter(candidate -> isComparable(rate, candidate, ours, theirs))
                        .forEach(candidate -> differences.add(new PriceDifference(model.id(), rate, candidate)));
            }
        }
        return differences;
    }

    private PriceBook book(String edition) {
        Optional<PriceBook> found = catalog.books().stream()
                .filter(book -> book.edition().equals(edition))
                .findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("there is no edition " + edition + "; known are "
                + catalog.books().stream().map(PriceBook::edition).toList()));
    }

    /** Returns the rates of a model on the day; its own price of a figure hides the tier's. */
    private List<Rate> ratesOf(Model model, PriceBook book) {
        List<Rate> held = book.rates().stream()
                .filter(rate -> rate.effective().holdsOn(day) && rate.subject().names(model))
                .toList();
        return held.stream()
                .filter(rate -> isNamed(rate) || held.stream().noneMatch(own -> isNamed(own) && sameFigure(own, rate)))
                .toList();
    }

    private static boolean isNamed(Rate rate) {
        return rate.subject() instanceof PriceScope.OfModel;
    }

    private static boolean sameFigure(Rate one, Rate other) {
        return one.figure() == other.figure()
                && one.provider().equals(other.provider())
                && one.variant().equals(other.variant())
                && meet(one.objectives(), other.objectives())
                && (one.deployment() == null || other.deployment() == null || one.deployment() == other.deployment());
    }

    private static boolean isComparable(Rate one, Rate other, List<Rate> ours, List<Rate> theirs) {
        return sameFigure(one, other)
                && (meet(one.methods(), other.methods())
                        || !knows(ours, other.methods(), one)
                        || !knows(theirs, one.methods(), other));
    }

    private static boolean knows(List<Rate> rates, Set<Method> methods, Rate figure) {
        return rates.stream().anyMatch(rate -> sameFigure(rate, figure) && meet(rate.methods(), methods));
    }

    private static boolean meet(Set<?> one, Set<?> other) {
        return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
    }
}
