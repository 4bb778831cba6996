package io.tunetally.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets each thing happen once, in all processes together. Without the store it rather happens twice than not at all. */
final class Claims {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    /** Discord tells again what it told just before a connection was lost. */
    private static final Duration TOLD_AGAIN_WITHIN = Duration.ofMinutes(15);

    private static final int MOST = 10_000;

    private final Deliveries deliveries;
    private final Patience patience;
    private final Cache<String, Boolean> had = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(TOLD_AGAIN_WITHIN)
            .build();

    Claims(Deliveries deliveries, Patience patience) {
        this.deliveries = deliveries;
        this.patience = patience;
    }

    /** What this process has not had before; whether another one has, the store will say. */
    interface Claim {
        /** Waits for the store. */
        boolean isFirst() throws InterruptedException;

        /** Whether the store has said by now that another process was first. */
        boolean isLost();
    }

    boolean isFirst(String deliveryId) throws InterruptedException {
        Optional<Claim> claim = begin(deliveryId);
        return claim.isPresent() && claim.get().isFirst();
    }

    /** Empty for what this process has had before. */
    Optional<Claim> begin(String deliveryId) {
        if (had.asMap().putIfAbsent(deliveryId, true) != null) {
            return Optional.empty();
        }
        Patience.Pending<Boolean> claimed = patience.begin(() -> claim(deliveryId));
        return Optional.of(new Claim() {
            @Override
            public boolean isFirst() throws InterruptedException {
                try {
                    return claimed.get();
                } catch (StorageException late) {
                    warn(late);
                    return true;
                }
            }

            @Override
            public boolean isLost() {
                return claimed.isNow(false);
            }
        });
    }

    private boolean claim(String deliveryId) {
        try {
            return deliveries.claim(DiscordConversations.DISCORD, deliveryId);
        } catch (StorageException unusable) {
            warn(unusable);
            return true;
        }
    }

    private static void warn(StorageException why) {
        LOG.warn("deliveries cannot be claimed now, something could be answered twice: {}", why.getMessage());
    }

    /** What was claimed did not happen: it can be claimed again. */
    void release(String deliveryId) throws InterruptedException {
        had.invalidate(deliveryId);
        try {
            patience.of(() -> {
                deliveries.release(DiscordConversations.DISCORD, deliveryId);
                return true;
            });
        } catch (StorageException unusable) {
            LOG.warn("a claim could not be given back: {}", unusable.getMessage());
        }
    }
}
