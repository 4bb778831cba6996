package io.tunetally.bot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.chat.Markup;
import io.tunetally.conversation.Defaults;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the last minutes, as objects that stay the same. A question holds all that an answer is made of, so the same
 * one is given the same answer, whoever asks; at midnight none of the day before fits any more. An answer is kept from the second
 * time on: most questions come once, and what is made of an answer is kept with it, which would fill the memory with what nobody
 * asks for again.
 */
final class AnswerCache {
    private static final int MOST = 500;
    private static final int MOST_ASKED_ONCE = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int LONGEST_TEXT = 500;

    private final Function<Question, Answer> answering;
    private final Cache<Question, Answer> given =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

    /** By their hashes: two of the same one are a question that is kept a time too early. */
    private final Cache<Integer, Boolean> askedOnce = Caffeine.newBuilder()
            .maximumSize(MOST_ASKED_ONCE)
            .expireAfterAccess(KEPT)
            .build();

    /**
     * All that an answer depends on.
     *
     * @param remembered what was asked before, where the message may lean on it
     * @param day whose prices hold
     */
    record Question(
            String text,
            Markup markup,
            boolean addressed,
            @Nullable Request remembered,
            Defaults defaults,
            LocalDate day) {
        Interpretation read(Interpreter interpreter) {
            return interpreter.read(text, markup, addressed, remembered);
        }
    }

    AnswerCache(Function<Question, Answer> answering) {
        this.answering = answering;
    }

    /** A long text will hardly come again. */
    Answer to(Question question) {
        if (question.text().length() > LONGEST_TEXT) {
            return answering.apply(question);
        }
        Answer known = given.getIfPresent(question);
        if (known != null) {
            return known;
        }
        boolean isFirst = askedOnce.asMap().putIfAbsent(question.hashCode(), true) == null;
        return isFirst ? answering.apply(question) : given.get(question, answering);
    }
}
