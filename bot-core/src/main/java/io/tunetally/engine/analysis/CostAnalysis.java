package io.tunetally.engine.analysis;

import io.tunetally.engine.AppliedRate;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Priced;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.TrainingJob;
import io.tunetally.engine.TrainingLines;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Analyses beyond a price: when training pays back, which model is cheaper when, what a budget buys. */
public final class CostAnalysis {
    private final CostEngine engine;

    public CostAnalysis(CostEngine engine) {
        this.engine = engine;
    }

    /** Compares tuned with untuned, at the quoted traffic; empty if running either has no price. */
    public Optional<BreakEven> breakEven(Quote tuned, Traffic traffic) {
        return breakEven(tuned, tuned.offer(), traffic);
    }

    /** Compares a tuned model with another, untuned one. */
    public Optional<BreakEven> breakEven(Quote tuned, Offer untuned, Traffic traffic) {
        return Optional.ofNullable(BreakEven.between(engine.prices(), tuned, untuned, traffic));
    }

    /** Compares a tuned model with what is paid a month today; empty if running it has no price. */
    public Optional<BreakEven> againstBill(Quote tuned, Band bill, Traffic traffic) {
        return Optional.ofNullable(BreakEven.againstBill(tuned, bill, traffic));
    }

    /** Returns the prompt tokens a request must save to pay back within a number of days. */
    public Optional<PromptSaving> promptSaving(BreakEven comparison, long days) {
        return Optional.ofNullable(PromptSaving.of(comparison, days));
    }

    /** Returns the crossing of two quotes' costs at this traffic; empty if a part of one has no price. */
    public Optional<Crossing> crossing(Quote one, Quote other, Traffic traffic, BigDecimal horizonMonths) {
        return Optional.ofNullable(Crossing.of(one, other, traffic, horizonMonths));
    }

    /** Returns the amount of training that a budget buys; empty if the offer has no price per token. */
    public Optional<BudgetFit> fit(Offer offer, TrainingJob job, Money budget, BudgetFit.Unknown unknown) {
        Optional<AppliedRate> rate = engine.prices().training(offer, job.objective());
        if (rate.isEmpty()) {
            return Optional.empty();
        }
        TrainingLines lines = new TrainingLines(engine.prices());
        Band atOne = LineItem.sum(lines.byToken(offer, with(job, unknown, 1), rate.get()));
        Band atTwo = LineItem.sum(lines.byToken(offer, with(job, unknown, 2), rate.get()));
        Band minimum = minimum(offer, job, rate.get());
        Range fits = BudgetFit.solve(atOne, atTwo, minimum, budget, unknown);
        Priced priced = engine.price(offer, Plan.training(with(job, unknown, Math.max(1, fits.high()))));
        return priced instanceof Quote quote
                ? Optional.of(new BudgetFit(unknown, fits, quote, belowMinimum(budget, minimum), null, null))
                : Optional.empty();
    }

    private Band minimum(Offer offer, TrainingJob job, AppliedRate main) {
        return engine.prices()
                .minimum(offer, job.objective(), main)
                .map(rate -> rate.price().price())
                .map(band -> new Band(
                        band.low().times(job.runs().lowDecimal()),
                        band.high().times(job.runs().highDecimal())))
                .orElse(Band.ZERO);
    }

    private static @Nullable Band belowMinimum(Money budget, Band minimum) {
        return minimum.high().compareTo(budget) > 0 ? minimum : null;
    }

    private static TrainingJob with(TrainingJob job, BudgetFit.Unknown unknown, long count) {
        return switch (unknown) {
            case EXAMPLES -> withExamples(job, count);
            case EPOCHS ->
                new TrainingJob(
                                job.objective(),
                                job.data(),
                                Range.exactly(count),
                                job.runs(),
                                job.validation(),
                                job.reinforcement(),
                                job.rolloutTokens())
                        .sampling(job.rollouts());
        };
    }

    private static TrainingJob withExamples(TrainingJob job, long count) {
        if (!(job.data() instanceof TrainingJob.Data.Examples some)) {
            throw new IllegalArgumentException("a budget can buy examples only if their length is known");
        }
        TrainingJob.Data data = new TrainingJob.Data.Examples(
                Range.exactly(count), some.tokensPerExample(), some.sequenceLength(), some.packed());
        return new TrainingJob(
                        job.objective(),
                        data,
                        job.epochs(),
                        job.runs(),
                        job.validation(),
                        job.reinforcement(),
                        job.rolloutTokens())
                .sampling(job.rollouts());
    }
}
