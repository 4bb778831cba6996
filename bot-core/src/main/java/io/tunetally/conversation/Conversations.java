package io.tunetally.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Markup;
import io.tunetally.chat.UserId;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Request;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import java.util.Optional;

/** The last request of each conversation, kept as canonical text. */
public final class Conversations {
    private static final int TEXTS = 1_000;

    private final ThreadMemory memory;
    private final Interpreter interpreter;
    /** A canonical text always means the same. */
    private final Cache<String, Optional<Request>> requests =
            Caffeine.newBuilder().maximumSize(TEXTS).build();

    public Conversations(ThreadMemory memory, Interpreter interpreter) {
        this.memory = memory;
        this.interpreter = interpreter;
    }

    /** Never throws: that the memory cannot be read is one of the answers. */
    public Recall recall(ConversationId conversation) {
        Optional<String> canonicalText;
        try {
            canonicalText = memory.recall(conversation);
        } catch (StorageException unreadable) {
            return new Recall.Unavailable(unreadable);
        }
        return recalled(canonicalText);
    }

    /** As if this were what a conversation remembers. */
    public Recall recalled(Optional<String> canonicalText) {
        return canonicalText
                .flatMap(text -> requests.get(text, this::read))
                .<Recall>map(Recall.Remembered::new)
                .orElseGet(Recall.Nothing::new);
    }

    private Optional<Request> read(String canonicalText) {
        return Optional.ofNullable(
                interpreter.read(canonicalText, Markup.PLAIN, true, null).request());
    }

    /**
     * Replaces what is remembered.
     *
     * @throws StorageException where the memory cannot be written and does not do so in the background
     */
    public void remember(ConversationId conversation, Request request, UserId asker) {
        memory.remember(conversation, CanonicalText.write(request), asker);
    }

    public void forget(ConversationId conversation) {
        memory.forget(conversation);
    }
}
