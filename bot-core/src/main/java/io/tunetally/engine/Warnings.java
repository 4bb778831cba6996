package io.tunetally.engine;

import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Serving;
import io.tunetally.engine.rule.JobPause;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The warnings about a quote; ends of life come first. */
public final class Warnings {
    /** The difference above which editions count as disagreeing. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.05");

    /** The tokens a second up to which the smallest deployment is taken to keep up. No source states it: our judgement, low on purpose. */
    private static final BigDecimal USUAL_TOKENS_PER_SECOND = BigDecimal.valueOf(1_000);

    private final Prices prices;
    private final Offers offers;

    public Warnings(Prices prices, Offers offers) {
        this.prices = prices;
        this.offers = offers;
    }

    List<Warning> of(
            Offer offer,
            Plan plan,
            AppliedRate main,
            List<LineItem> computed,
            List<LineItem> lines,
            Set<Part> unpriced) {
        List<Warning> warnings = new ArrayList<>();
        for (LifecycleEvent event : offers.endsOf(offer)) {
            warnings.add(new Warning.Lifecycle(event));
        }
        addMinimum(warnings, offer, plan.job(), perJob(plan.job(), LineItem.sum(computed)));
        addDisagreements(warnings, offer, plan.job(), main);
        if (!offers.isListed(offer, plan.job().objective())) {
            warnings.add(new Warning.Unlisted(offer.provider()));
        }
        addTier(warnings, offer, main.listed());
        if (plan.job().objective() == Objective.RFT) {
            addPause(warnings, offer, perJob(plan.job(), LineItem.sum(lines, Part.TRAINING)));
            boolean counted = lines.stream().anyMatch(line -> line.kind() == LineItem.Kind.ROLLOUT_TOKENS);
            if (main.listed().figure() == Meter.TRAINING && !counted) {
                warnings.add(new Warning.Rollouts(offer.provider()));
            }
        }
        if (plan.traffic() != null && plan.traffic().batch() && lines.stream().noneMatch(Warnings::isAtBatchPrice)) {
            warnings.add(new Warning.NoBatch(offer.provider()));
        }
        addCapacity(warnings, plan, lines);
        addStale(warnings, lines);
        if (!unpriced.isEmpty()) {
            warnings.add(unpriced(offer, plan.job().objective(), unpriced));
        }
        return warnings;
    }

    private Warning unpriced(Offer offer, Objective objective, Set<Part> parts) {
        return offers.serving(offer, objective)
                .filter(ServingLines::isElsewhere)
                .<Warning>map(ways -> new Warning.NotServed(offer.provider(), ways.contains(Serving.DOWNLOAD)))
                .orElseGet(() -> new Warning.Unpriced(parts));
    }

    /** A self-hosted model needs only warnings about its GPUs and the age of their prices. */
    List<Warning> ofGpus(Plan plan, List<LineItem> lines) {
        List<Warning> warnings = new ArrayList<>();
        if (plan.job().objective() == Objective.RFT && plan.job().sampled() == null) {
            warnings.add(new Warning.NoRollouts());
        }
        addCapacity(warnings, plan, lines);
        addStale(warnings, lines);
        return warnings;
    }

    private static void addCapacity(List<Warning> warnings, Plan plan, List<LineItem> lines) {
        Traffic traffic = plan.traffic();
        if (traffic != null && !LineItem.sum(lines, Part.HOSTING).isZero()) {
            BigDecimal tokens = traffic.tuned().tokensPerSecond();
            if (tokens.compareTo(USUAL_TOKENS_PER_SECOND) > 0) {
                warnings.add(new Warning.Capacity(tokens));
            }
        }
    }

    /** An untuned model only needs warnings about the age of its prices. */
    public List<Warning> ofAge(List<LineItem> lines) {
        List<Warning> warnings = new ArrayList<>();
        addStale(warnings, lines);
        return warnings;
    }

    /** Returns the cost of one run: minimum and pause apply to a job, not to a sweep. */
    private static Band perJob(TrainingJob job, Band allRuns) {
        return new Band(
                new Money(Exact.quotient(allRuns.low().usd(), job.runs().lowDecimal())),
                new Money(Exact.quotient(allRuns.high().usd(), job.runs().highDecimal())));
    }

    private static boolean isAtBatchPrice(LineItem line) {
        AppliedRate rate = line.rate();
        if (rate == null) {
            return false;
        }
        Meter figure = rate.listed().figure();
        BillingRule rule = rate.rule();
        return figure == Meter.TUNED_BATCH_INPUT
                || figure == Meter.TUNED_BATCH_OUTPUT
                || (rule != null && rule.name() == BillingRule.Name.BATCH_DISCOUNT);
    }

    private void addMinimum(List<Warning> warnings, Offer offer, TrainingJob job, Band computed) {
        prices.listed(Meter.MINIMUM_JOB, offer, job.objective())
                .filter(minimum -> minimum.price().price().high().compareTo(computed.low()) > 0)
                .ifPresent(minimum -> warnings.add(
                        new Warning.Minimum(computed, minimum.price().price(), minimum.provenance())));
    }

    private void addDisagreements(List<Warning> warnings, Offer offer, TrainingJob job, AppliedRate main) {
        if (main.listed().figure() != Meter.TRAINING) {
            return;
        }
        for (AppliedRate other : prices.trainingByEdition(offer, job.objective())) {
            boolean sameEdition =
                    other.provenance().edition().equals(main.provenance().edition());
            if (!sameEdition && differ(main.price().price(), other.price().price())) {
                warnings.add(new Warning.Disagreement(training(offer, job, main), training(offer, job, other), other));
            }
        }
    }

    private Band training(Offer offer, TrainingJob job, AppliedRate rate) {
        return LineItem.sum(new TrainingLines(prices).byToken(offer, job, rate));
    }

    private static boolean differ(Band ours, Band theirs) {
        return differ(ours.low().usd(), theirs.low().usd())
                || differ(ours.high().usd(), theirs.high().usd());
    }

    private static boolean differ(BigDecimal ours, BigDecimal theirs) {
        return ours.subtract(theirs).abs().compareTo(ours.abs().multiply(TOLERANCE)) > 0;
    }

    private void addPause(List<Warning> warnings, Offer offer, Band training) {
        prices.rule(BillingRule.Name.JOB_PAUSE, offer.provider().id())
                .filter(rule -> JobPause.reaches(training, rule))
                .ifPresent(rule ->
                        warnings.add(new Warning.Pauses(Band.exactly(JobPause.amount(rule)), rule.provenance())));
    }

    private static void addTier(List<Warning> warnings, Offer offer, Rate rate) {
        BigDecimal size = offer.model().billionParameters();
        if (rate.subject() instanceof PriceScope.OfSize && size != null) {
            warnings.add(new Warning.ByTier(rate, size));
        }
    }

    private void addStale(List<Warning> warnings, List<LineItem> lines) {
        List<Rate> used = new ArrayList<>();
        for (LineItem line : lines) {
            AppliedRate applied = line.rate();
            for (Rate rate : applied == null ? List.<Rate>of() : applied.facts()) {
                if (rate.provenance().isStaleOn(prices.asOf()) && !used.contains(rate)) {
                    used.add(rate);
                    rate.provenance()
                            .ageInDays(prices.asOf())
                            .ifPresent(days -> warnings.add(new Warning.Stale(rate, days)));
                }
            }
        }
    }
}
