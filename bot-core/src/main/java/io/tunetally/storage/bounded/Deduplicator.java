package io.tunetally.storage.bounded;

import io.tunetally.chat.PlatformId;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deduplicates deliveries across all processes: true for the first only. Fails open: without the store a duplicate is preferred
 * to a lost answer.
 */
public final class Deduplicator {
    private static final Logger LOG = LoggerFactory.getLogger(Deduplicator.class);

    /** A user waits for each claim; SQLite alone waits ten seconds for the writes of other processes. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final PlatformId platform;
    private final Deliveries deliveries;
    private final StoreCalls calls;

    public Deduplicator(PlatformId platform, Deliveries deliveries, StoreCalls calls) {
        this.platform = platform;
        this.deliveries = deliveries;
        this.calls = calls;
    }

    /** Claims a delivery for as long as the platform may send it again. */
    public boolean isFirst(String deliveryId) {
        return isFirst(() -> deliveries.claim(platform, deliveryId));
    }

    /** Claims an action with its own lifetime. */
    public boolean isFirst(String id, Duration lifetime) {
        return isFirst(() -> deliveries.claim(platform, id, lifetime));
    }

    private boolean isFirst(Supplier<Boolean> claim) {
        try {
            return calls.within(LIMIT, claim);
        } catch (StorageException unusable) {
            LOG.warn("deliveries cannot be claimed now, one could be answered twice: {}", unusable.getMessage());
            return true;
        }
    }

    /** Releases a claim after a failure, so that a retry is the first. Without a deadline: a lost claim lasts its lifetime. */
    public void release(String id) {
        try {
            deliveries.release(platform, id);
        } catch (StorageException unusable) {
            LOG.warn("a claim could not be released, it ends with its lifetime: {}", unusable.getMessage());
        }
    }

    /** Returns the release of a claim, of which only the first run does anything: another event may hold the claim by the next. */
    public Runnable releaseOnce(String id) {
        AtomicBoolean claimed = new AtomicBoolean(true);
        return () -> {
            if (claimed.getAndSet(false)) {
                release(id);
            }
        };
    }
}
