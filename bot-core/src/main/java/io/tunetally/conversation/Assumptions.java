package io.tunetally.conversation;

import io.tunetally.chat.ConversationId;
import io.tunetally.request.Slots;
import io.tunetally.storage.StorageException;

/** The values assumed in a conversation for details that were not given. */
public interface Assumptions {
    /** Returns the values assumed everywhere. */
    Slots reference();

    /**
     * Returns the values assumed in a conversation.
     *
     * @throws StorageException if they cannot be read now
     */
    Defaults in(ConversationId conversation);

    /** Returns assumptions that are the same everywhere. */
    static Assumptions everywhere(Slots reference) {
        return new Assumptions() {
            @Override
            public Slots reference() {
                return reference;
            }

            @Override
            public Defaults in(ConversationId conversation) {
                return new Defaults(Slots.NONE, reference);
            }
        };
    }
}
