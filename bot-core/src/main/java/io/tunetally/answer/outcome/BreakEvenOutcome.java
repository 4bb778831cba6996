package io.tunetally.answer.outcome;

import io.tunetally.answer.advice.OwnPayback;
import io.tunetally.catalog.Model;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.PromptSaving;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The payback of tuning against the untuned model.
 *
 * @param comparisons one per offer
 * @param uncompared named models that cannot be compared, as running them has no price
 * @param untrained named models without a training price, with the reason
 * @param instead what costs many times less than the first tuned one, null if nothing does
 * @param own the payback by the asker's own figures, beside what {@code instead} costs; null if they were not said
 * @param promptSaving per comparison, if no prompt was given: how much shorter the prompt would have to become
 */
public record BreakEvenOutcome(
        Inquiry inquiry,
        List<BreakEven> comparisons,
        List<Uncompared> uncompared,
        List<Untrained> untrained,
        @Nullable PromptSaving promptSaving,
        @Nullable Quote instead,
        @Nullable OwnPayback own,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public BreakEvenOutcome {
        comparisons = List.copyOf(comparisons);
        uncompared = List.copyOf(uncompared);
        untrained = List.copyOf(untrained);
        followUps = List.copyOf(followUps);
    }

    /** A tuned and an untuned model, of which one has no price for running it: the tuned one, if its quote says so. */
    public record Uncompared(Quote tuned, Offer untuned) {}

    /** A model without a training price. */
    public record Untrained(Model model, Outcome.Reason reason) {}
}
