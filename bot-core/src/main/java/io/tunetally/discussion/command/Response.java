package io.tunetally.discussion.command;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.discussion.Verb;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command leads to. */
public sealed interface Response {
    /**
     * An answer in words.
     *
     * @param change of the thread's last question, which it goes on from with it; null if it stays as it was
     */
    record Said(
            Outcome.Discussed outcome,
            Reply reply,
            @Nullable String change) implements Response {
        Said(Outcome.Discussed outcome, Reply reply) {
            this(outcome, reply, null);
        }
    }

    /**
     * A question about costs, which changes an earlier request.
     *
     * @param text the change, as typed
     * @param before null to go on from the thread's last question
     * @param otherwise the answer if the change is not understood
     */
    record Ask(String text, @Nullable Request before, Said otherwise) implements Response {}

    /** Returns the board of a thread. */
    static Response board(Verb verb, String title, List<Block> blocks) {
        return new Said(
                new Outcome.Discussed(verb.intent(), Outcome.Status.ANSWERED, true),
                new Reply(title, blocks, Audience.EVERYONE));
    }

    /** Returns an answer that everybody sees. */
    static Response said(Verb verb, String title, List<Block> blocks) {
        return new Said(
                new Outcome.Discussed(verb.intent(), Outcome.Status.ANSWERED, false),
                new Reply(title, blocks, Audience.EVERYONE));
    }

    /** Returns an answer under a change that the thread goes on from. */
    static Response changed(Verb verb, String title, List<Block> blocks, String change) {
        return new Said(
                new Outcome.Discussed(verb.intent(), Outcome.Status.ANSWERED, false),
                new Reply(title, blocks, Audience.EVERYONE),
                change);
    }

    /** Returns one sentence that says what there is instead. */
    static Said refused(Verb verb, String sentence) {
        return refused(verb, sentence, List.of());
    }

    /** Returns such a sentence with buttons that do it. */
    static Said refused(Verb verb, String sentence, List<Block> blocks) {
        return new Said(
                new Outcome.Discussed(verb.intent(), Outcome.Status.REFUSED, false),
                new Reply(sentence, blocks, Audience.ASKER));
    }
}
