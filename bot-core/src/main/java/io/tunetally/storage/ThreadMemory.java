package io.tunetally.storage;

import io.tunetally.chat.ConversationId;
import java.util.Optional;

/** The last request of each conversation, as canonical text. What was typed is never kept. */
public interface ThreadMemory {
    /** The canonical text remembered for a conversation, if any and not yet expired. */
    Optional<String> recall(ConversationId conversation);

    /** Replaces what is remembered. */
    void remember(ConversationId conversation, String canonicalText);

    void forget(ConversationId conversation);
}
