package io.tunetally.answer;

import io.tunetally.catalog.Model;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.PromptSaving;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When tuning pays back against the untuned model.
 *
 * @param comparisons one an offer
 * @param uncompared what was named and cannot be compared, as running it has no price
 * @param untrained models that were named and have no price to train, with the reason
 * @param promptSaving per comparison, where no prompt was said: how much shorter it would have to get
 */
public record BreakEvenOutcome(
        Inquiry inquiry,
        List<BreakEven> comparisons,
        List<Uncompared> uncompared,
        List<Untrained> untrained,
        @Nullable PromptSaving promptSaving,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public BreakEvenOutcome {
        comparisons = List.copyOf(comparisons);
        uncompared = List.copyOf(uncompared);
        untrained = List.copyOf(untrained);
        followUps = List.copyOf(followUps);
    }

    /** A tuned model and an untuned one, of which one has no price to run it: the tuned one, if its quote says so. */
    public record Uncompared(Quote tuned, Offer untuned) {}

    /** A model without a price to train it. */
    public record Untrained(Model model, Outcome.Reason reason) {}
}
