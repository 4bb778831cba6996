package io.tunetally.interpreter.token;

/** Thrown if a message takes more work to read than any real one; caught at the entry point, so it needs no stack trace. */
public final class TooComplexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooComplexException() {
        super("reading took more work than a message may", null, false, false);
    }
}
