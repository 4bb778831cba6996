package io.tunetally.console;

import io.tunetally.answer.Outcome;

/** The exit codes of the command line. */
final class ExitCode {
    static final int OK = 0;
    /** A question back, refused, or nothing asked. */
    static final int NOT_ANSWERED = 2;

    static final int USAGE = 64;
    /** The database went away, or this Java cannot draw. */
    static final int UNAVAILABLE = 69;

    static final int BUG = 70;
    static final int BAD_CONFIGURATION = 78;

    private ExitCode() {}

    static int of(Outcome outcome) {
        if (outcome instanceof Outcome.Failed) {
            return BUG;
        }
        return switch (outcome.status()) {
            case ANSWERED -> OK;
            case QUESTION, REFUSED, NONE -> NOT_ANSWERED;
        };
    }
}
