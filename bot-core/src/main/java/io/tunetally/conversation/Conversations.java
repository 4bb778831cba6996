package io.tunetally.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Markup;
import io.tunetally.chat.UserId;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last request of each conversation, stored as canonical text. One that was asked back about has its question below it: a line for
 * what it is about, and one for each choice, its label and its request.
 */
public final class Conversations {
    private static final int TEXTS = 1_000;

    private static final char LABEL_END = '\t';

    private final ThreadMemory memory;
    private final Interpreter interpreter;
    /** Caches parsed requests: a canonical text always means the same. */
    private final Cache<String, Optional<Recall.Remembered>> requests =
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
                .flatMap(text -> requests.get(text, this::remembered))
                .<Recall>map(each -> each)
                .orElseGet(Recall.Nothing::new);
    }

    private Optional<Recall.Remembered> remembered(String text) {
        List<String> lines = text.lines().toList();
        return lines.isEmpty()
                ? Optional.empty()
                : read(lines.getFirst()).map(request -> new Recall.Remembered(request, question(lines)));
    }

    /** Returns the question below the request, or null if there is none. */
    private Interpretation.@Nullable Question question(List<String> lines) {
        if (lines.size() < 2) {
            return null;
        }
        List<Interpretation.Reading> readings =
                lines.stream().skip(2).flatMap(line -> reading(line).stream()).toList();
        Interpretation.Question question = new Interpretation.Question(lines.get(1), readings);
        return question.hasChoices() ? question : null;
    }

    private Optional<Interpretation.Reading> reading(String line) {
        int end = line.indexOf(LABEL_END);
        return end < 0
                ? Optional.empty()
                : read(line.substring(end + 1))
                        .map(request -> new Interpretation.Reading(line.substring(0, end), request));
    }

    private Optional<Request> read(String canonicalText) {
        return Optional.ofNullable(
                interpreter.read(canonicalText, Markup.PLAIN, true, null).request());
    }

    private static String text(Request request, Interpretation.@Nullable Question open) {
        StringBuilder text = new StringBuilder(CanonicalText.write(request));
        if (open != null) {
            text.append('\n').append(open.about());
            open.readings()
                    .forEach(reading -> text.append('\n')
                            .append(reading.label())
                            .append(LABEL_END)
                            .append(CanonicalText.write(reading.request())));
        }
        return text.toString();
    }

    /**
     * Replaces a conversation's memory.
     *
     * @param open the question that was asked back about the request, or null
     * @throws StorageException if the memory cannot be written and does not write in the background
     */
    public void remember(
            ConversationId conversation, Request request, Interpretation.@Nullable Question open, UserId asker) {
        memory.remember(conversation, text(request, open), asker);
    }

    public void forget(ConversationId conversation) {
        memory.forget(conversation);
    }
}
