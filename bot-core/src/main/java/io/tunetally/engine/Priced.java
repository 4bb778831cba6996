package io.tunetally.engine;

/** What pricing an offer comes to: a quote, or the reason why there is none. */
public sealed interface Priced permits Quote, Unpriceable {}
