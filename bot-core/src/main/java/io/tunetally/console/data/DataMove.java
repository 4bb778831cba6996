package io.tunetally.console.data;

import io.tunetally.runtime.ExitCode;
import io.tunetally.storage.Archive;
import io.tunetally.storage.Counts;
import io.tunetally.storage.Kind;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Copies one database into another and compares them. */
final class DataMove {
    private static final int BATCH = 1_000;
    private static final int PROGRESS_EVERY = 50_000;

    private final Archive from;
    private final Archive to;
    private final Instant begun;
    private final PrintWriter messages;
    private final Map<Kind, Long> copied = new EnumMap<>(Kind.class);

    /**
     * Creates a copy that has not started.
     *
     * @param begun now: rows that expire during the copy are counted, too
     */
    DataMove(Archive from, Archive to, Instant begun, PrintWriter messages) {
        this.begun = begun;
        this.from = from;
        this.to = to;
        this.messages = messages;
    }

    /** Copies and returns the exit code. */
    int run(String target) {
        long there = to.counts().total();
        if (there > 0) {
            say(target + " already has " + there + " rows; nothing was copied. Use an empty database");
            return ExitCode.USAGE;
        }
        for (Kind kind : Kind.values()) {
            copy(kind);
        }
        return verify(target);
    }

    private void copy(Kind kind) {
        long total = from.counts().of(kind);
        List<Archive.Row> batch = new ArrayList<>();
        from.read(kind, row -> {
            batch.add(row);
            if (batch.size() == BATCH) {
                write(kind, batch, total);
            }
        });
        write(kind, batch, total);
        if (total > 0) {
            say("copied " + copied.get(kind) + " " + kind.word());
        }
    }

    private void write(Kind kind, List<Archive.Row> batch, long total) {
        to.write(batch);
        long sum = copied.merge(kind, (long) batch.size(), Long::sum);
        if (!batch.isEmpty() && sum % PROGRESS_EVERY == 0) {
            say(sum + " of " + total + " " + kind.word());
        }
        batch.clear();
    }

    private int verify(String target) {
        Counts arrived = to.counts(begun);
        for (Kind kind : Kind.values()) {
            if (arrived.of(kind) != copied.getOrDefault(kind, 0L)) {
                say(kind.word() + ": copied " + copied.get(kind) + " rows, but " + arrived.of(kind) + " are there");
                return ExitCode.BUG;
            }
        }
        say("all " + arrived.total() + " rows are in " + target + "; now set TUNETALLY_DB to its URL");
        return ExitCode.OK;
    }

    private void say(String text) {
        messages.println("tunetally: " + text);
    }
}
