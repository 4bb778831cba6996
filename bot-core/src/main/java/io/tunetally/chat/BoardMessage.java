package io.tunetally.chat;

/**
 * A message that shows the board of a discussion.
 *
 * @param name the platform's name of it, as the adapter reads it; it names no person
 * @param asker who asked for the board; empty if that is not known any more
 */
public record BoardMessage(String name, UserId asker) {}
