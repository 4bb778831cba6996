package io.tunetally.reply;

/** The audience of a reply. */
public enum Audience {
    EVERYONE,
    ASKER
}
