package io.tunetally.bot;

import io.tunetally.answer.Outcome;
import io.tunetally.reply.Reply;
import io.tunetally.request.Request;
import java.util.Optional;

/**
 * An answer, exact and worded.
 *
 * @param outcome exact amounts, for JSON and exit codes
 * @param reply the same in words, for people
 */
public record Answer(Outcome outcome, Reply reply) {
    /** The request that the conversation continues from. Listing models leaves the earlier request in place. */
    public Optional<Request> remembered() {
        return outcome instanceof Outcome.Answered answered
                ? Optional.of(answered.inquiry().request()).filter(request -> !(request instanceof Request.Models))
                : Optional.empty();
    }
}
