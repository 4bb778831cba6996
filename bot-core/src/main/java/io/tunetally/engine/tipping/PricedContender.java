package io.tunetally.engine.tipping;

import io.tunetally.engine.Quote;

/**
 * A contender and its cost in one scenario.
 *
 * @param rank the quote's, computed once
 */
public record PricedContender(Contender contender, Quote quote, Quote.Rank rank) {
    public static PricedContender of(Contender contender, Quote quote) {
        return new PricedContender(contender, quote, quote.rank());
    }
}
