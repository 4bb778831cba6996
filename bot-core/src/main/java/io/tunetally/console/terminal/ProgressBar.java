package io.tunetally.console.terminal;

import io.tunetally.dataset.ReadingProgress;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;

/** A line on a terminal that says how far a file has been read, how fast, and how long the rest takes. */
public final class ProgressBar implements ReadingProgress {
    private static final int CELLS = 24;
    private static final long FIRST_MILLIS = 700;
    private static final long EVERY_MILLIS = 200;
    private static final double MEBIBYTE = 1 << 20;

    private final PrintWriter err;
    private final Clock clock;
    private final long began;
    private long shown;

    private ProgressBar(PrintWriter err, Clock clock) {
        this.err = err;
        this.clock = clock;
        this.began = clock.millis();
        this.shown = began + FIRST_MILLIS - EVERY_MILLIS;
    }

    /** Returns a bar on a terminal; elsewhere nothing is shown. */
    public static ReadingProgress of(CommandContext context) {
        return context.terminal() ? new ProgressBar(context.err(), context.clock()) : ReadingProgress.NONE;
    }

    @Override
    public void at(long bytes, long ofBytes, long examples) {
        long now = clock.millis();
        boolean done = bytes >= ofBytes;
        if (done && shown >= began + FIRST_MILLIS) {
            err.print("\r" + " ".repeat(CommandContext.WIDTH - 1) + "\r");
            err.flush();
        }
        if (!done && now >= shown + EVERY_MILLIS) {
            shown = now;
            err.print("\r" + line(bytes, ofBytes, examples, now - began));
            err.flush();
        }
    }

    private static String line(long bytes, long ofBytes, long examples, long millis) {
        double share = (double) bytes / Math.max(1, ofBytes);
        int full = (int) (share * CELLS);
        double perSecond = bytes * 1000.0 / Math.max(1, millis);
        long left = Math.round((ofBytes - bytes) / Math.max(1, perSecond));
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %,d examples  %.1f MiB/s  %d s left ",
                "#".repeat(full),
                " ".repeat(CELLS - full),
                share * 100,
                examples,
                perSecond / MEBIBYTE,
                left);
    }
}
