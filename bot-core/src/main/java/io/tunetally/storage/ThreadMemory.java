package io.tunetally.storage;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last request of each conversation, as canonical text. The typed text is never stored. Every method throws {@link
 * StorageException} if the store cannot be used.
 */
public interface ThreadMemory {
    /** Represents an unknown asker; such a memory belongs to no person. */
    UserId NOBODY = new UserId("");

    /** Returns the canonical text remembered for a conversation, if it exists and has not expired. */
    Optional<String> recall(ConversationId conversation);

    /**
     * Replaces a conversation's memory.
     *
     * @param asker who asked. While only one person has asked in a conversation, its memory is theirs, and {@link
     *     Deletion#ofUser} deletes it; once a second person asks, it belongs to no person
     */
    void remember(ConversationId conversation, String canonicalText, UserId asker);

    /**
     * A conversation's memory.
     *
     * @param asker who asked
     * @param asked when it was asked, not when it was stored; deletions up to a time compare with this
     */
    record Memory(ConversationId conversation, String canonicalText, UserId asker, Instant asked) {}

    /** Replaces the memory of several conversations, each at most once. If it throws, possibly none is replaced. */
    default void remember(List<Memory> memories) {
        memories.forEach(memory -> remember(memory.conversation(), memory.canonicalText(), memory.asker()));
    }

    /** Replaces a conversation's memory, for an unknown asker. */
    default void remember(ConversationId conversation, String canonicalText) {
        remember(conversation, canonicalText, NOBODY);
    }

    void forget(ConversationId conversation);
}
