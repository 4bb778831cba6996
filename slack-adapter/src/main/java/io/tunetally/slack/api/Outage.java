package io.tunetally.slack.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs an outage of Slack: its beginning, a reminder every ten minutes, and its end.
 * Safe for use by many threads.
 */
public final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration LOGGED_EVERY = Duration.ofMinutes(10);

    private final Clock clock;
    private @Nullable Instant began;
    private Instant logged = Instant.EPOCH;

    public Outage(Clock clock) {
        this.clock = clock;
    }

    /** Reports a failed attempt, which is repeated. */
    public synchronized void failed(String why) {
        Instant now = clock.instant();
        if (began == null) {
            began = now;
            LOG.warn("Slack cannot be reached, tried again until it can be: {}", why);
        } else if (logged.plus(LOGGED_EVERY).isAfter(now)) {
            return;
        } else {
            LOG.warn("Slack cannot be reached for {} s: {}", seconds(began, now), why);
        }
        logged = now;
    }

    /** Reports a successful attempt. */
    public synchronized void over() {
        if (began != null) {
            LOG.info("Slack is reached after {} s", seconds(began, clock.instant()));
            began = null;
        }
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
