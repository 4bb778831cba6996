package io.tunetally.catalog;

import java.util.List;

/**
 * An edition of prices: the prices of one set of sources, kept apart from those of others.
 *
 * @param imported whether all its files are imports, without manual curation
 */
public record PriceBook(String edition, String title, boolean imported, List<Rate> rates, List<BillingRule> rules) {
    public PriceBook {
        rates = List.copyOf(rates);
        rules = List.copyOf(rules);
    }

    /** Returns the book with other prices. */
    public PriceBook with(List<Rate> others) {
        return new PriceBook(edition, title, imported, others, rules);
    }
}
