package io.tunetally.answer;

import io.tunetally.engine.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to start with.
 *
 * @param pick the recommendation, null where nothing can be started
 * @param alternatives the cheapest others
 * @param passedOver what would have been named, and what stands against it
 */
public record RecommendOutcome(
        Inquiry inquiry,
        @Nullable Quote pick,
        List<Quote> alternatives,
        List<Outcome.PassedOver> passedOver,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public RecommendOutcome {
        alternatives = List.copyOf(alternatives);
        passedOver = List.copyOf(passedOver);
        followUps = List.copyOf(followUps);
    }
}
