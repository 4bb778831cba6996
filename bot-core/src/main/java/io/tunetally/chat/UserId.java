package io.tunetally.chat;

/** A person, in the platform's own spelling. */
public record UserId(String value) {}
