package io.tunetally.answer;

import io.tunetally.engine.Quote;
import java.util.List;

/** The cost of one model, at each provider and with each method offered. */
public record EstimateOutcome(Inquiry inquiry, List<Quote> quotes, List<NextQuestion> followUps)
        implements Outcome.Answered {
    public EstimateOutcome {
        quotes = List.copyOf(quotes);
        followUps = List.copyOf(followUps);
    }
}
