package io.tunetally.reply;

/** The prominence of an action. */
public enum Emphasis {
    NORMAL,
    PRIMARY,
    DANGER
}
