package io.tunetally.answer;

import io.tunetally.engine.Quote;
import java.util.List;

/** The cost of training and running over months. */
public record TcoOutcome(Inquiry inquiry, List<Quote> quotes, List<NextQuestion> followUps)
        implements Outcome.Answered {
    public TcoOutcome {
        quotes = List.copyOf(quotes);
        followUps = List.copyOf(followUps);
    }
}
