package io.tunetally.slack.install;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs scheduled maintenance tasks one after another. */
public final class MaintenanceScheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceScheduler.class);

    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("maintenance").factory());

    /** Does something at once, for what happened before this process, and then every so often. */
    public void every(Duration period, String what, Runnable round) {
        var _ = rounds.scheduleWithFixedDelay(() -> done(what, round), 0, period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void done(String what, Runnable round) {
        try {
            round.run();
        } catch (RuntimeException failed) { // One that got out would end all later rounds.
            LOG.error("{} failed; the next round will try again", what, failed);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
