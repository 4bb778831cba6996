package io.tunetally.storage;

import io.tunetally.chat.PlatformId;
import java.time.Duration;

/** Records deliveries of events, shared by all processes, so that each is answered once. */
public interface Deliveries {
    /**
     * Claims a delivery. Of all calls with the same id, in all processes, exactly one returns true within the time to
     * live (15 minutes unless set otherwise); after it the id counts as new.
     *
     * @param deliveryId the platform's id: Slack's {@code event_id} or trigger id, Discord's interaction or message id
     * @throws StorageException if the store cannot be used; the caller decides whether to answer then
     */
    boolean claim(PlatformId platform, String deliveryId);

    /**
     * Claims a delivery with its own time to live, for actions that repeat sooner or later than deliveries do.
     *
     * @throws StorageException if the store cannot be used
     */
    boolean claim(PlatformId platform, String id, Duration lifetime);

    /**
     * Releases a claim because its action has not happened; the next claim with its id returns true.
     *
     * @throws StorageException if the store cannot be used; then the id stays claimed until its time to live ends
     */
    void release(PlatformId platform, String deliveryId);
}
