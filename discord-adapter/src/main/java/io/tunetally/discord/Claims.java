package io.tunetally.discord;

import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets each thing happen once, in all processes together. Without the store it rather happens twice than not at all. */
final class Claims {
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final Deliveries deliveries;
    private final Patience patience;

    Claims(Deliveries deliveries, Patience patience) {
        this.deliveries = deliveries;
        this.patience = patience;
    }

    boolean isFirst(String deliveryId) throws InterruptedException {
        try {
            return patience.of(() -> deliveries.claim(DiscordConversations.DISCORD, deliveryId));
        } catch (StorageException unusable) {
            LOG.warn("deliveries cannot be claimed now, something could be answered twice: {}", unusable.getMessage());
            return true;
        }
    }
}
