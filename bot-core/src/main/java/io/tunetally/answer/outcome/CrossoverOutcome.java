package io.tunetally.answer.outcome;

import io.tunetally.catalog.Model;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.Crossing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The point where the costs of two models cross.
 *
 * @param crossing null if a part of one of them has no price
 * @param asked the model that was asked about where another stands for it, as no seller runs it by the token; else null
 */
public record CrossoverOutcome(
        Inquiry inquiry,
        @Nullable Crossing crossing,
        List<Quote> quotes,
        @Nullable Model asked,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public CrossoverOutcome {
        quotes = List.copyOf(quotes);
        followUps = List.copyOf(followUps);
    }
}
