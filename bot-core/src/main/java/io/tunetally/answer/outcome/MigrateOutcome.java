package io.tunetally.answer.outcome;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways to move off a tuned model or a provider.
 *
 * @param leaving the offer to leave, or null if only a provider was named
 * @param today the cost of the offer to leave, or null if it has no price
 * @param ends the dates of the offer or provider to leave, the earliest first
 * @param targets the cheapest offers to move to, the cheapest over the horizon first
 * @param instead the nearest offer that can be started, if none of the named targets can; else null
 * @param leftOut why named targets have no price
 */
public record MigrateOutcome(
        Inquiry inquiry,
        @Nullable Offer leaving,
        @Nullable Quote today,
        List<LifecycleEvent> ends,
        List<Quote> targets,
        @Nullable Quote instead,
        List<Outcome.Reason> leftOut,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public MigrateOutcome {
        ends = List.copyOf(ends);
        targets = List.copyOf(targets);
        leftOut = List.copyOf(leftOut);
        followUps = List.copyOf(followUps);
    }
}
