package io.tunetally.engine.tipping;

import io.tunetally.engine.Quote;

/** A contender and its cost in one scenario. */
public record PricedContender(Contender contender, Quote quote) {}
