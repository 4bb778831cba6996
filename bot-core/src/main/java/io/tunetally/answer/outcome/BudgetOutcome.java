package io.tunetally.answer.outcome;

import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The purchases a budget allows: what its seller runs without a fee first, and of those the largest.
 *
 * @param jobs the job that was said on the offers that have a price for all of it; empty if no data was said, unless
 *     the question is which models fit
 * @param whichModels whether the question is which models can be trained and run, whatever the data
 * @param byTheToken what its seller runs without a fee, where the first of the purchases waits at one or is not run; null if there is none
 * @param epochs the epochs of that job
 * @param leftOut why named models have no result
 * @param dearToRun the models that cost more to run a month than was said, each by its cheapest offer
 */
public record BudgetOutcome(
        Inquiry inquiry,
        Money budget,
        List<BudgetFit> fits,
        List<Quote> jobs,
        boolean whichModels,
        @Nullable Quote byTheToken,
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
