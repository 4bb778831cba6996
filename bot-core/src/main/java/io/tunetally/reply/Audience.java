package io.tunetally.reply;

/** Who sees a reply. */
public enum Audience {
    EVERYONE,
    ASKER
}
