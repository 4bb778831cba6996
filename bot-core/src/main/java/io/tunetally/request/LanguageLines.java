package io.tunetally.request;

/**
 * The lines in the language of a message that is read in another language than English.
 *
 * @param answered says that it was read, and that the answer is in English
 * @param nothingFound says that no question was found, above an example
 */
public record LanguageLines(String answered, String nothingFound) {}
