package io.tunetally.catalog;

import java.util.List;

/**
 * One edition of prices: what one body of sources says, kept apart from what others say.
 *
 * @param imported whether all its files are imports, which nobody has put in order by hand
 */
public record PriceBook(String edition, String title, boolean imported, List<Rate> rates, List<BillingRule> rules) {
    public PriceBook {
        rates = List.copyOf(rates);
        rules = List.copyOf(rules);
    }
}
