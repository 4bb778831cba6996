package io.tunetally.bot;

/** A completion: the word or command to insert. */
public record Completion(String text) {}
