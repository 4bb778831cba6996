package io.tunetally.bot;

/**
 * A value of an option that can be chosen.
 *
 * @param note what is said beside it: who trains a model and at what price, what a provider is called
 * @param closed whether a new customer cannot start with it
 */
public record Choice(String value, String note, boolean closed) {}
