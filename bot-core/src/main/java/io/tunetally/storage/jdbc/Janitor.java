package io.tunetally.storage.jdbc;

import io.tunetally.storage.Counts;
import io.tunetally.storage.Kind;
import io.tunetally.storage.Retention;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps expired rows in batches, each a short transaction. */
final class Janitor implements Retention, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);
    private static final int BATCH = 500;

    private final Database database;
    private final Clock clock;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("janitor").factory());

    Janitor(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Sweeps periodically in the background. */
    void start(Duration every) {
        var _ = rounds.scheduleWithFixedDelay(this::round, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            Counts swept = sweep();
            if (swept.total() > 0) {
                LOG.debug("swept {}", swept);
            }
        } catch (RuntimeException failed) { // An uncaught exception would cancel all later runs.
            LOG.warn("could not sweep expired rows; will retry in the next round", failed);
        }
    }

    @Override
    public Counts sweep() {
        long now = clock.millis();
        Map<Kind, Long> swept = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            Table table = Table.of(kind);
            if (table.expires()) {
                swept.put(kind, sweep(table, now));
            }
        }
        return new Counts(swept);
    }

    private long sweep(Table table, long now) {
        long swept = 0;
        int batch = BATCH;
        while (batch == BATCH && !Thread.currentThread().isInterrupted()) {
            batch = database.plainly(connection -> {
                try (PreparedStatement statement = connection.prepareStatement(table.sweep())) {
                    statement.setLong(1, now);
                    statement.setInt(2, BATCH);
                    return statement.executeUpdate();
                }
            });
            swept += batch;
        }
        return swept;
    }

    @Override
    public void close() {
        rounds.close();
    }
}
