package io.tunetally.answer;

import io.tunetally.engine.Quote;
import java.util.List;

/**
 * Offers side by side, the cheapest first.
 *
 * @param closed models that were left out because a new customer cannot start them
 * @param leftOut why named models have no quote
 */
public record CompareOutcome(
        Inquiry inquiry,
        List<Quote> quotes,
        List<Outcome.PassedOver> closed,
        List<Outcome.Reason> leftOut,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public CompareOutcome {
        quotes = List.copyOf(quotes);
        closed = List.copyOf(closed);
        leftOut = List.copyOf(leftOut);
        followUps = List.copyOf(followUps);
    }
}
