package io.tunetally.storage;

import io.tunetally.chat.PlatformId;
import java.time.Duration;

/** Which deliveries of events are being answered or were, shared by all processes. */
public interface Deliveries {
    /**
     * Claims a delivery. Of any number of calls with the same id, in any number of processes, exactly one gets true
     * within the time to live (15 minutes unless set otherwise); after it the id counts as new.
     *
     * @param deliveryId the platform's id: Slack's {@code event_id} or trigger id, Discord's interaction or message id
     * @throws StorageException where the store cannot be used; whether to answer then is the caller's choice
     */
    boolean claim(PlatformId platform, String deliveryId);

    /**
     * The same with a time to live of its own, for what is done anew sooner or later than a delivery comes again.
     *
     * @throws StorageException where the store cannot be used
     */
    boolean claim(PlatformId platform, String id, Duration lifetime);

    /**
     * Gives a claim back, so that the next one with its id gets true: what it was for has not happened.
     *
     * @throws StorageException where the store cannot be used; then the id stays claimed until its time to live is over
     */
    void release(PlatformId platform, String deliveryId);
}
