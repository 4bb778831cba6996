package io.tunetally.discord.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.operations.Metrics;
import java.time.Duration;

/** Remembers the deliveries of the last 15 minutes to this process: Discord repeats some after a lost connection. */
public final class RecentDeliveries {
    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private final Metrics metrics;
    private final Cache<String, Boolean> ids = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(REPEATED_WITHIN)
            .executor(Runnable::run)
            .build();

    public RecentDeliveries(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Adds a delivery; counts it as a duplicate and returns false if it is known. */
    boolean isNew(String deliveryId) {
        boolean isNew = ids.asMap().putIfAbsent(deliveryId, true) == null;
        if (!isNew) {
            metrics.duplicate();
        }
        return isNew;
    }

    void forget(String deliveryId) {
        ids.invalidate(deliveryId);
    }
}
