package io.tunetally.bot;

/** One way to go on: the word or command to insert. */
public record Completion(String text) {}
