package io.tunetally.conversation;

import io.tunetally.chat.ConversationId;
import io.tunetally.interpreter.CanonicalText;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.interpreter.Markup;
import io.tunetally.interpreter.Request;
import io.tunetally.storage.ThreadMemory;
import org.jspecify.annotations.Nullable;

/** The last request of each conversation, kept as canonical text. */
public final class Conversations {
    private final ThreadMemory memory;
    private final Interpreter interpreter;

    public Conversations(ThreadMemory memory, Interpreter interpreter) {
        this.memory = memory;
        this.interpreter = interpreter;
    }

    /** The last request, or null where there is none. */
    public @Nullable Request recall(ConversationId conversation) {
        return memory.recall(conversation)
                .map(text -> interpreter.read(text, Markup.PLAIN, true, null).request())
                .orElse(null);
    }

    public void remember(ConversationId conversation, Request request) {
        memory.remember(conversation, CanonicalText.write(request));
    }

    public void forget(ConversationId conversation) {
        memory.forget(conversation);
    }
}
