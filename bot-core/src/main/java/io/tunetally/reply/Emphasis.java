package io.tunetally.reply;

/** How much an action should stand out. */
public enum Emphasis {
    NORMAL,
    PRIMARY,
    DANGER
}
