package io.tunetally.bot;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.reply.Reply;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer, exact and worded.
 *
 * @param outcome exact amounts, for JSON and exit codes
 * @param reply the same in words, for people
 */
public record Answer(Outcome outcome, Reply reply) {
    /** True if it shows the scenarios of a thread; see {@link Boards}. */
    public boolean isBoard() {
        return outcome instanceof Outcome.Discussed discussed && discussed.isBoard();
    }

    /** Returns the answered request, which can be asked again; empty for refusals and questions. */
    public Optional<Request> answered() {
        return outcome instanceof Outcome.Answered answered
                ? Optional.of(answered.inquiry().request())
                : Optional.empty();
    }

    /**
     * Returns the request that a conversation remembers: the answered one, or what is known of one that is asked back about
     * or that has no price. A list of models or an explanation does not replace an earlier request.
     */
    public Optional<Request> remembered() {
        return answered()
                .or(this::unanswered)
                .filter(request -> !(request instanceof Request.Models || request instanceof Request.Explain));
    }

    /** Returns the question that is asked back, with its choices; null if there are none. */
    Interpretation.@Nullable Question open() {
        Interpretation.Question question =
                outcome instanceof Outcome.Asked asked ? asked.interpretation().question() : null;
        return question != null && question.hasChoices() ? question : null;
    }

    private Optional<Request> unanswered() {
        return switch (outcome) {
            case Outcome.Asked asked ->
                open() == null
                        ? understood(asked.interpretation())
                        : Optional.of(withoutChoice(asked.interpretation()));
            case Outcome.Refused refused -> understood(refused.interpretation());
            default -> Optional.empty();
        };
    }

    /** Returns what is known whichever choice is made, which may be nothing but what is asked for. */
    private static Request withoutChoice(Interpretation read) {
        return Request.of(read.intent() == Intent.NONE ? Intent.ESTIMATE : read.intent(), read.slots());
    }

    private static Optional<Request> understood(Interpretation read) {
        return read.intent() == Intent.NONE || read.slots().isEmpty()
                ? Optional.empty()
                : Optional.of(Request.of(read.intent(), read.slots()));
    }

    /** Returns the job of a message that describes one and asks nothing, for the question that follows it. */
    public Optional<Request> described() {
        return outcome instanceof Outcome.NotUnderstood none
                        && none.interpretation().language() == null
                        && !none.interpretation().slots().isEmpty()
                ? Optional.of(Request.of(Intent.ESTIMATE, none.interpretation().slots()))
                : Optional.empty();
    }
}
