package io.tunetally.catalog.team;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The terms of a team.
 *
 * @param customerOf the providers that it is an existing customer of, where it can start jobs until their end
 * @param discounts by provider; they apply to every price of the price books, not to the team's own
 * @param rates its own prices, looked up first
 */
public record TeamTerms(Set<ProviderId> customerOf, Map<ProviderId, Discount> discounts, List<Rate> rates) {
    public static final TeamTerms NONE = new TeamTerms(Set.of(), Map.of(), List.of());

    /** The name of the edition that holds its own prices. */
    public static final String EDITION = "team";

    /** The edition whose figures are a reference and stay as they are. */
    private static final String REFERENCE = "guide";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A discount since the day on which the team set it. */
    public record Discount(BigDecimal percent, LocalDate since) {}

    public TeamTerms {
        customerOf = Set.copyOf(customerOf);
        discounts = Map.copyOf(discounts);
        rates = List.copyOf(rates);
    }

    /** Returns the terms with another discount of some providers, from a day on. */
    public TeamTerms with(List<ProviderId> providers, BigDecimal percent, LocalDate since) {
        Map<ProviderId, Discount> all = new HashMap<>(discounts);
        providers.forEach(provider -> all.put(provider, new Discount(percent, since)));
        return new TeamTerms(customerOf, all, rates);
    }

    /** Returns the prices and ends of life as they are for the team on a day. */
    public Catalog over(Catalog catalog, LocalDate day) {
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
        catalog.books().forEach(book -> books.add(discounts.isEmpty() ? book : discounted(book, day)));
        return catalog.with(ends, books);
    }

    private PriceBook discounted(PriceBook book, LocalDate day) {
        return book.edition().equals(REFERENCE)
                ? book
                : book.with(
                        book.rates().stream().map(rate -> discounted(rate, day)).toList());
    }

    private Rate discounted(Rate rate, LocalDate day) {
        Discount discount = discounts.get(rate.provider());
        if (discount == null || discount.since().isAfter(day)) {
            return rate;
        }
        BigDecimal factor = BigDecimal.ONE.subtract(discount.percent().divide(HUNDRED));
        return rate.at(rate.price().times(factor, factor));
    }
}
