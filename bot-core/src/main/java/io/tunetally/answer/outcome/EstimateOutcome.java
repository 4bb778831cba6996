package io.tunetally.answer.outcome;

import io.tunetally.engine.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cost of one model, at each provider and with each method offered.
 *
 * @param instead the nearest offer that can be started, if none of these can; else null
 */
public record EstimateOutcome(
        Inquiry inquiry, List<Quote> quotes, @Nullable Quote instead, List<NextQuestion> followUps)
        implements Outcome.Answered {
    public EstimateOutcome {
        quotes = List.copyOf(quotes);
        followUps = List.copyOf(followUps);
    }
}
