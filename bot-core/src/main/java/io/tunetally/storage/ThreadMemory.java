package io.tunetally.storage;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last request of each conversation, as canonical text. What was typed is never kept. Every method throws
 * {@link StorageException} where the store cannot be used.
 */
public interface ThreadMemory {
    /** Stands for an asker who is not known; such a memory belongs to no person. */
    UserId NOBODY = new UserId("");

    /** The canonical text remembered for a conversation, if any and not yet expired. */
    Optional<String> recall(ConversationId conversation);

    /**
     * Replaces what is remembered.
     *
     * @param asker who asked. As long as one person alone asked in a conversation, its memory is theirs, and
     *     {@link Deletion#ofUser} deletes it; from the second asker on it is nobody's
     */
    void remember(ConversationId conversation, String canonicalText, UserId asker);

    /**
     * A conversation's memory.
     *
     * @param asker who asked
     * @param asked when, whenever it is stored: a deletion of what there was at some time goes by this
     */
    record Memory(ConversationId conversation, String canonicalText, UserId asker, Instant asked) {}

    /** Replaces what is remembered of several conversations, each once: of all of them or, where it throws, perhaps of none. */
    default void remember(List<Memory> memories) {
        memories.forEach(memory -> remember(memory.conversation(), memory.canonicalText(), memory.asker()));
    }

    /** Replaces what is remembered by what nobody in particular asked. */
    default void remember(ConversationId conversation, String canonicalText) {
        remember(conversation, canonicalText, NOBODY);
    }

    void forget(ConversationId conversation);
}
