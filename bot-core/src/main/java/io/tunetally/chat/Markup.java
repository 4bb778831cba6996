package io.tunetally.chat;

/** Which platform's markup a message is written in. */
public enum Markup {
    SLACK,
    DISCORD,
    PLAIN
}
