package io.tunetally.discord.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whether Discord can be reached. JDA notices a connection that died without a word when a heartbeat is not answered, most of a
 * minute later; so where nothing was heard for some seconds, the gateway is asked for a sign of life. The REST API is asked where
 * the gateway gives none, and once a minute.
 */
public final class GatewayHealthCheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayHealthCheck.class);

    /** The silence before a check; the check itself, with every attempt, takes less than ten seconds. */
    private static final Duration SILENT_FOR = Duration.ofSeconds(3);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration API_EVERY = Duration.ofMinutes(1);
    private static final int API_ATTEMPTS = 2;

    private final Probes probes;
    private final Supplier<Instant> lastEvent;
    private final Clock clock;
    private Instant lastSign;
    private Instant lastSignOfApi;
    private volatile boolean lost;
    private volatile @Nullable Thread watching;

    /** The peers that are asked for a sign of life. */
    interface Probes {
        boolean isConnected();

        /** Waits a second at most. */
        boolean isGatewayThere() throws InterruptedException;

        /** Waits two seconds at most. */
        boolean isApiThere() throws InterruptedException;
    }

    /**
     * Creates a check that at first takes both for reachable.
     *
     * @param lastEvent the time of Discord's last event
     */
    public GatewayHealthCheck(Probes probes, Supplier<Instant> lastEvent, Clock clock) {
        this.probes = probes;
        this.lastEvent = lastEvent;
        this.clock = clock;
        lastSign = clock.instant();
        lastSignOfApi = lastSign;
    }

    /** Looks again and again until it is closed. */
    public GatewayHealthCheck watch() {
        watching = Thread.ofVirtual().name("gateway-health").start(() -> {
            try {
                while (true) {
                    Thread.sleep(LOOK_EVERY);
                    look();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        return this;
    }

    /** Answers at once. */
    public boolean isThere() {
        return !lost;
    }

    /** Asks where nothing was heard lately. Of one thread at a time. */
    void look() throws InterruptedException {
        Instant silentSince = clock.instant().minus(SILENT_FOR);
        if (!lastEvent.get().isBefore(silentSince)) {
            lost = false;
        } else if (lastSign.isBefore(silentSince) && probes.isConnected()) {
            found(isAnswered());
        }
    }

    private boolean isAnswered() throws InterruptedException {
        boolean apiIsDue = lost || !clock.instant().isBefore(lastSignOfApi.plus(API_EVERY));
        return (probes.isGatewayThere() && !apiIsDue) || isApiAnswering();
    }

    private boolean isApiAnswering() throws InterruptedException {
        for (int left = API_ATTEMPTS; left > 0; left--) {
            if (probes.isApiThere()) {
                lastSignOfApi = clock.instant();
                return true;
            }
        }
        return false;
    }

    private void found(boolean answered) {
        if (answered) {
            lastSign = clock.instant();
        }
        if (answered == lost) {
            lost = !answered;
            LOG.warn(answered ? "Discord can be reached again" : "Discord cannot be reached");
        }
    }

    @Override
    public void close() {
        Thread own = watching;
        if (own != null) {
            own.interrupt();
        }
    }
}
