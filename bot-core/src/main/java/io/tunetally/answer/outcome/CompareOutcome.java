package io.tunetally.answer.outcome;

import io.tunetally.engine.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Offers side by side, the cheapest first.
 *
 * @param closed models that were left out because a new customer cannot start them
 * @param leftOut why named models have no quote
 * @param instead the nearest offer that can be started, if none of these can; else null
 */
public record CompareOutcome(
        Inquiry inquiry,
        List<Quote> quotes,
        List<Outcome.PassedOver> closed,
        List<Outcome.Reason> leftOut,
        @Nullable Quote instead,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public CompareOutcome {
        quotes = List.copyOf(quotes);
        closed = List.copyOf(closed);
        leftOut = List.copyOf(leftOut);
        followUps = List.copyOf(followUps);
    }
}
