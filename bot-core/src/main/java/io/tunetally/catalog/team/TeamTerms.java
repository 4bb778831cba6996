package io.tunetally.catalog.team;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms of a team.
 *
 * @param customerOf the providers that it is an existing customer of, where it can start jobs until their end
 * @param discounts in percent, by provider; they apply to every price of the price books, not to the team's own
 * @param rates its own prices, looked up first
 */
public record TeamTerms(Set<ProviderId> customerOf, Map<ProviderId, BigDecimal> discounts, List<Rate> rates) {
    public static final TeamTerms NONE = new TeamTerms(Set.of(), Map.of(), List.of());

    /** The name of the edition that holds its own prices. */
    public static final String EDITION = "team";

    /** The edition whose figures are a reference and stay as they are. */
    private static final String REFERENCE = "guide";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public TeamTerms {
        customerOf = Set.copyOf(customerOf);
        discounts = Map.copyOf(discounts);
        rates = List.copyOf(rates);
    }

    /** Returns the prices and ends of life as they are for the team. */
    public Catalog over(Catalog catalog) {
        if (equals(NONE)) {
            return catalog;
        }
        List<LifecycleEvent> ends = catalog.lifecycle().stream()
                .filter(event -> event.kind() != LifecycleEvent.Kind.CLOSED_TO_NEW_CUSTOMERS
                        || !customerOf.contains(event.provider()))
                .toList();
        List<PriceBook> books = new ArrayList<>();
        if (!rates.isEmpty()) {
            books.add(new PriceBook(EDITION, "The team's own prices", false, rates, List.of()));
        }
        catalog.books().forEach(book -> books.add(discounts.isEmpty() ? book : discounted(book)));
        return catalog.with(ends, books);
    }

    private PriceBook discounted(PriceBook book) {
        return book.edition().equals(REFERENCE)
                ? book
                : book.with(book.rates().stream().map(this::discounted).toList());
    }

    private Rate discounted(Rate rate) {
        BigDecimal percent = discounts.get(rate.provider());
        if (percent == null) {
            return rate;
        }
        BigDecimal factor = BigDecimal.ONE.subtract(percent.divide(HUNDRED));
        return rate.at(rate.price().times(factor, factor));
    }
}
