package io.tunetally.catalog;

import java.util.List;

/** One edition of prices: what one body of sources says, kept apart from what others say. */
public record PriceBook(String edition, String title, List<Rate> rates, List<BillingRule> rules) {
    public PriceBook {
        rates = List.copyOf(rates);
        rules = List.copyOf(rules);
    }
}
