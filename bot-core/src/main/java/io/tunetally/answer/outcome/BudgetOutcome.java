package io.tunetally.answer.outcome;

import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.units.Money;
import java.util.List;

/**
 * The purchases a budget allows, the largest first.
 *
 * @param leftOut why named models have no result
 */
public record BudgetOutcome(
        Inquiry inquiry, Money budget, List<BudgetFit> fits, List<Outcome.Reason> leftOut, List<NextQuestion> followUps)
        implements Outcome.Answered {
    public BudgetOutcome {
        fits = List.copyOf(fits);
        leftOut = List.copyOf(leftOut);
        followUps = List.copyOf(followUps);
    }
}
