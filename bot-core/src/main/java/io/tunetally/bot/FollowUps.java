package io.tunetally.bot;

import io.tunetally.chat.ConversationId;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.storage.StorageException;
import java.util.function.Function;

/** Says what a message goes on from. */
@FunctionalInterface
public interface FollowUps {
    /** Every message goes on from the conversation's last request as it was. */
    FollowUps UNCHANGED = (_, remembered, _) -> remembered;

    /**
     * Returns the request that a message goes on from.
     *
     * @param remembered the conversation's last request
     * @param reading how the message is read after a request
     */
    Request before(ConversationId conversation, Request remembered, Function<Request, Interpretation> reading);

    /** Forgets what it knows of a conversation. Throws {@link StorageException} if the store cannot be used. */
    default void forget(ConversationId conversation) {}
}
