package io.tunetally.answer.outcome;

import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.units.Money;
import java.util.List;

/**
 * The purchases a budget allows, the largest first.
 *
 * @param leftOut why named models have no result
 * @param dearToRun the models that cost more to run a month than was said, each by its cheapest offer
 */
public record BudgetOutcome(
        Inquiry inquiry,
        Money budget,
        List<BudgetFit> fits,
        List<Outcome.Reason> leftOut,
        List<Quote> dearToRun,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public BudgetOutcome {
        fits = List.copyOf(fits);
        leftOut = List.copyOf(leftOut);
        dearToRun = List.copyOf(dearToRun);
        followUps = List.copyOf(followUps);
    }
}
