package io.tunetally.interpreter.token;

/** Reading a message has taken more work than any message should; caught where reading began, so it needs no stack trace. */
public final class TooComplexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooComplexException() {
        super("reading took more work than a message may", null, false, false);
    }
}
