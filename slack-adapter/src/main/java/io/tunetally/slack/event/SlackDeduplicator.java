package io.tunetally.slack.event;

import io.tunetally.slack.api.SlackConversations;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Of everything that comes more than once, the first. */
public final class SlackDeduplicator {
    private static final Logger LOG = LoggerFactory.getLogger(SlackDeduplicator.class);

    private final Deliveries deliveries;

    /** So long somebody waits for it; SQLite waits for other processes' writes for ten seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final StoreCalls calls;

    public SlackDeduplicator(Deliveries deliveries, StoreCalls calls) {
        this.deliveries = deliveries;
        this.calls = calls;
    }

    /** Without the store something is rather done twice than not at all. */
    public boolean isFirst(String deliveryId) {
        return isFirst(() -> deliveries.claim(SlackConversations.SLACK, deliveryId));
    }

    /** The same of what is not to be done again for a time of its own. */
    boolean isFirst(String id, Duration lifetime) {
        return isFirst(() -> deliveries.claim(SlackConversations.SLACK, id, lifetime));
    }

    private boolean isFirst(Supplier<Boolean> claim) {
        try {
            return calls.within(LIMIT, claim);
        } catch (StorageException unusable) {
            LOG.warn("deliveries cannot be claimed now, one could be answered twice", unusable);
            return true;
        }
    }

    /** What came to nothing may be done again. */
    void release(String deliveryId) {
        try {
            deliveries.release(SlackConversations.SLACK, deliveryId);
        } catch (StorageException unusable) {
            LOG.warn("a claim could not be given back, it ends with its time", unusable);
        }
    }
}
