package io.tunetally.answer.outcome;

import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.Crossing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The point where the costs of two models cross.
 *
 * @param crossing null if a part of one of them has no price
 */
public record CrossoverOutcome(
        Inquiry inquiry, @Nullable Crossing crossing, List<Quote> quotes, List<NextQuestion> followUps)
        implements Outcome.Answered {
    public CrossoverOutcome {
        quotes = List.copyOf(quotes);
        followUps = List.copyOf(followUps);
    }
}
