package io.tunetally.bot.file;

import org.jspecify.annotations.Nullable;

/**
 * An exception as a log may have it: the names and places of another and its causes without their messages, which may quote the
 * content of a file.
 */
final class UnquotedException extends Exception {
    private static final long serialVersionUID = 1;

    /** Causes may be each other's. */
    private static final int MOST_CAUSES = 10;

    private UnquotedException(Throwable quoting, @Nullable Throwable cause) {
        super(quoting.getClass().getName(), cause, false, true);
        setStackTrace(quoting.getStackTrace());
    }

    static UnquotedException of(Throwable quoting) {
        return of(quoting, MOST_CAUSES);
    }

    private static UnquotedException of(Throwable quoting, int causes) {
        Throwable cause = quoting.getCause();
        return new UnquotedException(quoting, cause == null || causes == 0 ? null : of(cause, causes - 1));
    }
}
