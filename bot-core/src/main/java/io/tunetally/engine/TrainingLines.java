package io.tunetally.engine;

import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Rate;
import io.tunetally.engine.rule.HourlyTraining;
import io.tunetally.engine.rule.MinimumCharge;
import io.tunetally.engine.rule.ValidationTokens;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines for training: tokens or hours, additional items, and a minimum. */
public final class TrainingLines {
    private final Prices prices;

    public TrainingLines(Prices prices) {
        this.prices = prices;
    }

    /** Returns the lines of a job billed per token. */
    public List<LineItem> byToken(Offer offer, TrainingJob job, AppliedRate rate) {
        List<LineItem> lines = new ArrayList<>();
        lines.add(LineItem.of(LineItem.Kind.TRAINING_TOKENS, job.billed(), rate));
        TrainingJob.Validation validation = job.validation();
        if (validation != null) {
            lines.add(LineItem.of(LineItem.Kind.VALIDATION_TOKENS, billedValidation(offer, job, validation), rate));
        }
        rollouts(offer, job).ifPresent(lines::add);
        return lines;
    }

    /** Returns the line for the answers that reinforcement fine-tuning samples; empty if their number or price is unknown. */
    Optional<LineItem> rollouts(Offer offer, TrainingJob job) {
        QuantityFormula sampled = job.sampled();
        return sampled == null
                ? Optional.empty()
                : prices.tuned(Meter.TUNED_OUTPUT, Meter.BASE_OUTPUT, offer, job.objective())
                        .map(rate -> LineItem.of(LineItem.Kind.ROLLOUT_TOKENS, sampled, rate));
    }

    /** Returns the lines of a job billed per hour. */
    List<LineItem> byHour(Offer offer, TrainingJob job, TrainingJob.Reinforcement reinforcement, AppliedRate hourly) {
        List<LineItem> lines = new ArrayList<>();
        Factor hours = Factor.of(Factor.Name.HOURS, HourlyTraining.billedHours(reinforcement.hours()));
        lines.add(LineItem.of(
                LineItem.Kind.TRAINING_HOURS,
                QuantityFormula.of(Unit.HOUR, hours).times(Factor.of(Factor.Name.RUNS, job.runs())),
                hourly));
        Long graderTokens = reinforcement.graderTokens();
        if (graderTokens != null) {
            graderRate(offer, job.objective())
                    .ifPresent(rate -> lines.add(LineItem.of(
                            LineItem.Kind.GRADER_TOKENS,
                            QuantityFormula.of(Unit.TOKEN, Factor.of(Factor.Name.GRADER_TOKENS, graderTokens))
                                    .times(Factor.of(Factor.Name.RUNS, job.runs())),
                            rate)));
        }
        return lines;
    }

    /** Returns the lines, raised to a minimum if one is known. */
    List<LineItem> atLeast(Band minimumPerJob, Rate minimum, TrainingJob job, List<LineItem> lines) {
        BigDecimal runsLow = job.runs().lowDecimal();
        BigDecimal runsHigh = job.runs().highDecimal();
        Band floor = new Band(
                minimumPerJob.low().times(runsLow), minimumPerJob.high().times(runsHigh));
        Band computed = LineItem.sum(lines);
        if (MinimumCharge.isReached(computed, floor)) {
            return lines;
        }
        Band cost = MinimumCharge.cost(computed, floor);
        Money topUpLow = cost.low().minus(computed.low());
        Money topUpHigh = cost.high().minus(computed.high());
        // A range of jobs can start below a minimum and end above it; then no top-up is a valid band.
        return topUpLow.compareTo(topUpHigh) <= 0
                ? with(lines, minimumLine(LineItem.Kind.MINIMUM_TOP_UP, new Band(topUpLow, topUpHigh), minimum))
                : List.of(minimumLine(LineItem.Kind.MINIMUM_INSTEAD, cost, minimum));
    }

    private static List<LineItem> with(List<LineItem> lines, LineItem last) {
        List<LineItem> longer = new ArrayList<>(lines);
        longer.add(last);
        return longer;
    }

    private static LineItem minimumLine(LineItem.Kind kind, Band amount, Rate minimum) {
        return new LineItem(
                kind,
                QuantityFormula.of(Unit.JOB, Factor.of(Factor.Name.JOBS, 1)),
                UnitPrice.each(amount, Unit.JOB),
                AppliedRate.asListed(minimum));
    }

    private QuantityFormula billedValidation(Offer offer, TrainingJob job, TrainingJob.Validation validation) {
        ValidationTokens share = ValidationTokens.of(
                prices.rule(BillingRule.Name.VALIDATION_TOKENS, offer.provider().id()));
        return QuantityFormula.of(Unit.TOKEN, Factor.of(Factor.Name.VALIDATION_TOKENS, validation.tokens()))
                .times(Factor.of(Factor.Name.EVALUATIONS, validation.evaluations()))
                .times(new Factor(Factor.Name.SHARE_BILLED, share.low(), share.high()))
                .times(Factor.of(Factor.Name.RUNS, job.runs()));
    }

    /** A grader reads and writes in an unknown ratio, so its price is a band from input to output. */
    private Optional<AppliedRate> graderRate(Offer offer, Objective objective) {
        return prices.listed(Meter.BASE_INPUT, offer, objective)
                .flatMap(input -> prices.listed(Meter.BASE_OUTPUT, offer, objective)
                        .map(output -> new AppliedRate(
                                input,
                                UnitPrice.perMillionTokens(input.price()
                                        .price()
                                        .hull(output.price().price())),
                                null)));
    }
}
