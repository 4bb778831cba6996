package io.tunetally.chat;

/**
 * The common data of all events.
 *
 * @param deliveryId the platform's id of this delivery: the same id is the same event sent again
 * @param addressed whether the message is meant for the bot (mention, direct message, command)
 */
public record Envelope(String deliveryId, ConversationId conversation, UserId user, boolean addressed) {
    /** Returns the same data in another conversation. */
    public Envelope in(ConversationId other) {
        return new Envelope(deliveryId, other, user, addressed);
    }
}
