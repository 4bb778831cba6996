package io.tunetally.interpreter.lexicon;

/** Thrown if a lexicon cannot be used; the message names file, line and key. */
public final class LexiconException extends RuntimeException {
    /** Limits the length in a message, as a phrase may be as long as the file. */
    private static final int LONGEST = 1_000;

    public LexiconException(String message) {
        super(shortened(message));
    }

    public LexiconException(String message, Throwable cause) {
        super(shortened(message), cause);
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST - 1) + "\u2026";
    }
}
