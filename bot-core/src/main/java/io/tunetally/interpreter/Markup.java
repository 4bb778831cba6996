package io.tunetally.interpreter;

/** Which platform's markup a message is written in. */
public enum Markup {
    SLACK,
    DISCORD,
    PLAIN
}
