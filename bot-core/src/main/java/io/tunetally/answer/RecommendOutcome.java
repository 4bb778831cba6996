package io.tunetally.answer;

import io.tunetally.engine.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recommendation of what to start with.
 *
 * @param pick the recommendation, null if nothing can be started
 * @param alternatives the cheapest others
 * @param passedOver better candidates that are ruled out, with the reason
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
