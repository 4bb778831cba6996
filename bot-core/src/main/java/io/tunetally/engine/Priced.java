package io.tunetally.engine;

/** The result of pricing an offer: a quote, or the reason why there is none. */
public sealed interface Priced permits Quote, Unpriceable {}
