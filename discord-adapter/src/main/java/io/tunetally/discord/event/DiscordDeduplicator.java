package io.tunetally.discord.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.operations.Metrics;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets each thing happen once, in all processes together. Without the store it rather happens twice than not at all. */
public final class DiscordDeduplicator {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordDeduplicator.class);

    /** Discord tells again what it told just before a connection was lost. */
    private static final Duration TOLD_AGAIN_WITHIN = Duration.ofMinutes(15);

    private static final int MOST = 10_000;

    private final Deliveries deliveries;
    private final StoreCalls calls;
    private final Metrics metrics;
    private final Cache<String, Boolean> had = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(TOLD_AGAIN_WITHIN)
            .executor(Runnable::run)
            .build();

    public DiscordDeduplicator(Deliveries deliveries, StoreCalls calls, Metrics metrics) {
        this.deliveries = deliveries;
        this.calls = calls;
        this.metrics = metrics;
    }

    /** Whether this process has not had it before; counted where it has. What another one had, the store counts. */
    boolean isNew(String deliveryId) {
        boolean isNew = had.asMap().putIfAbsent(deliveryId, true) == null;
        if (!isNew) {
            metrics.duplicate();
        }
        return isNew;
    }

    /** Whether no process has had it before; waits for the store. */
    boolean isFirst(String deliveryId) {
        if (!isNew(deliveryId)) {
            return false;
        }
        try {
            return calls.within(
                    DiscordLimits.STORE_CALL, () -> deliveries.claim(DiscordConversations.DISCORD, deliveryId));
        } catch (StorageException unusable) {
            LOG.warn("deliveries cannot be claimed now, something could be answered twice: {}", unusable.getMessage());
            return true;
        }
    }

    /** What was claimed did not happen: it can be claimed again. */
    void release(String deliveryId) {
        had.invalidate(deliveryId);
        try {
            calls.run(DiscordLimits.STORE_CALL, () -> deliveries.release(DiscordConversations.DISCORD, deliveryId));
        } catch (StorageException unusable) {
            LOG.warn("a claim could not be given back: {}", unusable.getMessage());
        }
    }
}
