package io.tunetally.conversation;

import io.tunetally.chat.ConversationId;
import io.tunetally.request.Slots;
import io.tunetally.storage.StorageException;

/** What is assumed in a conversation where nothing was said. */
public interface Assumptions {
    /** What holds everywhere. */
    Slots reference();

    /**
     * What holds in a conversation.
     *
     * @throws StorageException where it cannot be read now
     */
    Defaults in(ConversationId conversation);

    /** The same everywhere. */
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
