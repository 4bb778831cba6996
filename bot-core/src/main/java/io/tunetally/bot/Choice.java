package io.tunetally.bot;

/**
 * A value that can be chosen for an option.
 *
 * @param note the text beside it: a model's provider and price, or a provider's name
 * @param closed whether a new customer cannot start with it
 */
public record Choice(String value, String note, boolean closed) {}
