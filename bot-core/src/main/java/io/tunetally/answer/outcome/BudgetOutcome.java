package io.tunetally.answer.outcome;

import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import java.util.List;
import java.util.Optional;

/**
 * The purchases a budget allows, the largest first.
 *
 * @param jobs the job that was said on the offers that have a price for all of it; empty if no data was said
 * @param epochs the epochs of that job
 * @param leftOut why named models have no result
 * @param dearToRun the models that cost more to run a month than was said, each by its cheapest offer
 */
public record BudgetOutcome(
        Inquiry inquiry,
        Money budget,
        List<BudgetFit> fits,
        List<Quote> jobs,
        Range epochs,
        List<Outcome.Reason> leftOut,
        List<Quote> dearToRun,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public BudgetOutcome {
        fits = List.copyOf(fits);
        jobs = List.copyOf(jobs);
        leftOut = List.copyOf(leftOut);
        dearToRun = List.copyOf(dearToRun);
        followUps = List.copyOf(followUps);
    }

    /** Returns the job that was said on the offer of a purchase; empty if no data was said or part of it has no price. */
    public Optional<Quote> job(BudgetFit fit) {
        return jobs.stream()
                .filter(job -> job.offer().equals(fit.quote().offer()))
                .findFirst();
    }
}
