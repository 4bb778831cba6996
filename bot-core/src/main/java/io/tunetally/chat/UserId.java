package io.tunetally.chat;

/** A person's id, as the platform writes it. */
public record UserId(String value) {}
