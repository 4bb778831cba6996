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

/** The last request of each conversation, stored as canonical text. */
public final class Conversations {
    private static final int TEXTS = 1_000;

    private final ThreadMemory memory;
    private final Interpreter interpreter;
    /** Caches parsed requests: a canonical text always means the same. */
    private final Cache<String, Optional<Request>> requests =
            Caffeine.newBuilder().maximumSize(TEXTS).build();

    public Conversations(ThreadMemory memory, Interpreter interpreter) {
        this.memory = memory;
        this.interpreter = interpreter;
    }

    /** Looks up a conversation's last request. Never throws: an unreadable memory is one of the results. */
    public Recall recall(ConversationId conversation) {
        Optional<String> canonicalText;
        try {
            canonicalText = memory.recall(conversation);
        } catch (StorageException unreadable) {
            return new Recall.Unavailable(unreadable);
        }
        return recalled(canonicalText);
    }

    /** Returns the result as if a conversation remembered this text. */
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
     * Replaces a conversation's memory.
     *
     * @throws StorageException if the memory cannot be written and does not write in the background
     */
    public void remember(ConversationId conversation, Request request, UserId asker) {
        memory.remember(conversation, CanonicalText.write(request), asker);
    }

    public void forget(ConversationId conversation) {
        memory.forget(conversation);
    }
}
