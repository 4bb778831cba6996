package io.tunetally.interpreter;

/** A lexicon that cannot be used; the message names file, line and key. */
public final class LexiconException extends RuntimeException {
    public LexiconException(String message) {
        super(message);
    }

    public LexiconException(String message, Throwable cause) {
        super(message, cause);
    }
}
