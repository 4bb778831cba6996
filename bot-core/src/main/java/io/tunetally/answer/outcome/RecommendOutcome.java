package io.tunetally.answer.outcome;

import io.tunetally.answer.advice.Judgement;
import io.tunetally.answer.advice.Why;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Unpriceable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The recommendation of what to start with.
 *
 * @param pick the recommendation, null if nothing can be started
 * @param nearest what would be recommended without the budget, if only that rules it out; else null
 * @param reason why the pick leads
 * @param instead what costs many times less, null if nothing does
 * @param beside the same model at a seller beside rented GPUs, or on those beside a seller; null if there is no such choice
 * @param own the job on the asker's own GPUs, null if none were said
 * @param listed an offer that can be started and has no published price, null if there is one with a price
 * @param closed why the model that was named cannot be started, null if it can
 * @param judgement what the criteria say that were given
 * @param alternatives the cheapest others
 * @param passedOver better candidates that are ruled out, with the reason
 * @param dearToRun the models that cost more to run a month than was said, each by its cheapest offer
 */
public record RecommendOutcome(
        Inquiry inquiry,
        @Nullable Quote pick,
        @Nullable Quote nearest,
        PickReason reason,
        @Nullable Quote instead,
        @Nullable Quote beside,
        Unpriceable.@Nullable OwnHardware own,
        @Nullable Offer listed,
        Why.@Nullable Closed closed,
        Judgement judgement,
        List<Quote> alternatives,
        List<Outcome.PassedOver> passedOver,
        List<Quote> dearToRun,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public RecommendOutcome {
        alternatives = List.copyOf(alternatives);
        passedOver = List.copyOf(passedOver);
        dearToRun = List.copyOf(dearToRun);
        followUps = List.copyOf(followUps);
    }
}
