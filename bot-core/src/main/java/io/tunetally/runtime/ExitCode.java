package io.tunetally.runtime;

import io.tunetally.answer.outcome.Outcome;

/** The exit codes of the command line. */
public final class ExitCode {
    public static final int OK = 0;
    /** The bot asked back, refused, or was not asked anything. */
    public static final int NOT_ANSWERED = 2;

    /** A figure is beyond the limit of its command: a change that is held for a second look, a price that is too old. */
    public static final int BEYOND_LIMIT = 3;

    public static final int USAGE = 64;
    /** The database became unavailable, this Java cannot draw, or an address gives no list. */
    public static final int UNAVAILABLE = 69;

    public static final int BUG = 70;
    public static final int BAD_CONFIGURATION = 78;

    private ExitCode() {}

    public static int of(Outcome outcome) {
        if (outcome instanceof Outcome.Failed) {
            return BUG;
        }
        return switch (outcome.status()) {
            case ANSWERED -> OK;
            case QUESTION, REFUSED, NONE -> NOT_ANSWERED;
        };
    }
}
