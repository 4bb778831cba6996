package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.yaml.RateMerge;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A proposed price and the prices of the same book that it takes the place of.
 *
 * @param replaced of the same subject: none if the price is new, several if the book distinguishes more, e.g. objectives
 * @param tiers the prices by size that have applied to the model so far
 */
record ProposedPrice(Rate proposed, List<Rate> replaced, List<Rate> tiers) {
    ProposedPrice {
        replaced = List.copyOf(replaced);
        tiers = List.copyOf(tiers);
    }

    /** Finds the prices whose place it takes from a day on. */
    static ProposedPrice in(Catalog catalog, String edition, Rate proposed, LocalDate day) {
        List<Rate> current = catalog.books().stream()
                .filter(book -> book.edition().equals(edition))
                .flatMap(book -> book.rates().stream())
                .filter(rate -> rate.effective().holdsOn(day))
                .toList();
        Optional<Model> model = proposed.subject() instanceof PriceScope.OfModel named
                ? catalog.model(named.model())
                : Optional.empty();
        return new ProposedPrice(
                proposed,
                current.stream()
                        .filter(rate -> RateMerge.compete(rate, proposed))
                        .toList(),
                current.stream()
                        .filter(rate -> rate.subject() instanceof PriceScope.OfSize)
                        .filter(rate -> model.filter(rate.subject()::names).isPresent())
                        .filter(rate -> RateMerge.compete(rate.about(proposed.subject()), proposed))
                        .toList());
    }

    /** Returns the prices that answers have used so far. */
    List<Rate> before() {
        return replaced.isEmpty() ? tiers : replaced;
    }

    List<PriceChange> changes() {
        return before().stream().map(rate -> new PriceChange(rate, proposed)).toList();
    }

    boolean isHeld() {
        return changes().stream().anyMatch(PriceChange::isHeld);
    }
}
