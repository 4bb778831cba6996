package io.tunetally.chat;

import java.util.Optional;

/**
 * The common data of all events.
 *
 * @param deliveryId the platform's id of this delivery: the same id is the same event sent again
 * @param conversation whose memory the message refers to
 * @param addressed whether the message is meant for the bot (mention, direct message, command)
 * @param discussion the conversation whose plans it is about: the thread that its answer opens, else the same
 * @param open whether others read the answer, though the conversation may be the person's own
 */
public record Envelope(
        String deliveryId,
        ConversationId conversation,
        UserId user,
        boolean addressed,
        ConversationId discussion,
        boolean open) {
    /** Creates the data of an event whose answer is read by those who share the conversation. */
    public Envelope(String deliveryId, ConversationId conversation, UserId user, boolean addressed) {
        this(deliveryId, conversation, user, addressed, conversation, !isOwn(conversation, user));
    }

    /** Adapters name a person's own thread or channel after the person. */
    private static boolean isOwn(ConversationId conversation, UserId user) {
        return conversation.owner().equals(Optional.of(user))
                || conversation.channel().equals(user.value());
    }

    /** Returns the same data in another conversation. */
    public Envelope in(ConversationId other) {
        return new Envelope(deliveryId, other, user, addressed);
    }

    /** Returns the same data of a message whose answer opens a thread. */
    public Envelope opening(ConversationId thread) {
        return new Envelope(deliveryId, conversation, user, addressed, thread, true);
    }

    /** Returns the same data of an event whose answer everybody in the channel reads. */
    public Envelope readByAll() {
        return new Envelope(deliveryId, conversation, user, addressed, discussion, true);
    }

    /** True if the discussion is the person's own. */
    public boolean isOwn() {
        return isOwn(discussion, user);
    }
}
