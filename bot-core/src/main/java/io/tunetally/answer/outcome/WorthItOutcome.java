package io.tunetally.answer.outcome;

import io.tunetally.answer.advice.PromptLimit;
import io.tunetally.answer.advice.Verdict;
import io.tunetally.answer.advice.Why;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Unpriceable;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.request.Criterion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on whether to fine-tune at all.
 *
 * @param why what decides it
 * @param said the criteria given by the team, in words or in numbers
 * @param open the criteria not given yet, most significant first, at most four
 * @param quote where to start, null if nothing can be started
 * @param instead what costs many times less, null if nothing does
 * @param own the job on the asker's own GPUs, null if none were said
 * @param listed an offer that can be started and has no published price, null if there is one with a price
 * @param promptLimit the prompt after tuning that saves, null if no prompt was said
 * @param breakEven tuned against untuned, null if it has no price per token
 */
public record WorthItOutcome(
        Inquiry inquiry,
        Verdict verdict,
        Why why,
        Set<Criterion> said,
        List<Criterion> open,
        @Nullable Quote quote,
        @Nullable Quote instead,
        Unpriceable.@Nullable OwnHardware own,
        @Nullable Offer listed,
        @Nullable PromptLimit promptLimit,
        @Nullable BreakEven breakEven,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public WorthItOutcome {
        said = Set.copyOf(said);
        open = List.copyOf(open);
        followUps = List.copyOf(followUps);
    }
}
