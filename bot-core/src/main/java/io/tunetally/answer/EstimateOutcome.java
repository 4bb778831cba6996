package io.tunetally.answer;

import io.tunetally.engine.Quote;
import java.util.List;

/** What one model costs, at each provider and by each method on offer. */
public record EstimateOutcome(Inquiry inquiry, List<Quote> quotes, List<NextQuestion> followUps)
        implements Outcome.Answered {
    public EstimateOutcome {
        quotes = List.copyOf(quotes);
        followUps = List.copyOf(followUps);
    }
}
