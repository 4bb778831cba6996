package io.tunetally.engine;

import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Rate;
import io.tunetally.engine.rule.GpuMemory;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prices an offer as of a day. Stateless: the same request always has the same result. */
public final class CostEngine {
    private final Prices prices;
    private final Offers offers;
    private final TrainingLines trainingLines;
    private final ServingLines servingLines;
    private final Totals totals;
    private final SelfHosting selfHosting;
    private final Map<String, CostEngine> variants = new ConcurrentHashMap<>();

    /**
     * What training an offer costs, whatever the job.
     *
     * @param main by the token, or by the hour
     * @param minimum of a job, null if there is none
     */
    private record Terms(AppliedRate main, @Nullable Rate minimum, boolean shutDown, boolean startable) {}

    public CostEngine(Prices prices) {
        this.prices = prices;
        this.offers = new Offers(prices);
        this.trainingLines = new TrainingLines(prices);
        this.servingLines = new ServingLines(prices, offers);
        this.totals = new Totals(offers);
        this.selfHosting = new SelfHosting(prices, offers, totals);
    }

    /** Returns the engine that looks up a variant of each price first, e.g. of a region. */
    public CostEngine preferring(String variant) {
        return variants.computeIfAbsent(variant, _ -> new CostEngine(prices.preferring(variant)));
    }

    public Offers offers() {
        return offers;
    }

    public Prices prices() {
        return prices;
    }

    /** Returns the price of an offer, or the reason why it has none. */
    public Priced price(Offer offer, Plan plan) {
        if (plan.job().billedTokens().high().compareTo(TrainingJob.MAX_BILLED_TOKENS) > 0) {
            return new Unpriceable.TooLarge(plan.job().billedTokens());
        }
        if (offers.isOnGpus(offer)) {
            return selfHosting.price(offer, plan);
        }
        Terms terms = terms(offer, plan.job().objective());
        if (terms == null) {
            return new Unpriceable.NoPrice(offer.model());
        }
        if (terms.main().listed().figure() == Meter.TRAINING) {
            return quote(offer, plan, terms, trainingLines.byToken(offer, plan.job(), terms.main()));
        }
        TrainingJob.Reinforcement hours = plan.job().reinforcement();
        return hours == null
                ? new Unpriceable.HoursNeeded(offer)
                : quote(offer, plan, terms, trainingLines.byHour(offer, plan.job(), hours, terms.main()));
    }

    /** Returns the terms of an offer's training, looked up once; null if it has no price. */
    private @Nullable Terms terms(Offer offer, Objective objective) {
        return prices.remembered(
                        prices.of(Prices.Fact.TERMS, offer, objective),
                        this,
                        (engine, key) -> engine.findTerms(key.offer(), key.objective()))
                .orElse(null);
    }

    private Optional<Terms> findTerms(Offer offer, Objective objective) {
        return prices.training(offer, objective)
                .or(() -> prices.listed(Meter.TRAINING_HOUR, offer, objective).map(AppliedRate::asListed))
                .map(main -> new Terms(
                        main,
                        prices.minimum(offer, objective, main).orElse(null),
                        offers.isShutDown(offer),
                        offers.canStart(offer, objective)));
    }

    /**
     * Returns an amount that the price of an offer does not fall below at its high end, found without lines and warnings. An
     * offer for which another price is less than that need not be priced.
     */
    public Money least(Offer offer, Plan plan) {
        Objective objective = plan.job().objective();
        Terms terms = offers.isOnGpus(offer) ? null : terms(offer, objective);
        if (terms == null || terms.main().listed().figure() != Meter.TRAINING) {
            return Money.ZERO;
        }
        Money training = terms.main().price().of(plan.job().billedTokens()).high();
        Horizon horizon = plan.horizon();
        Traffic traffic = plan.traffic();
        return horizon == null || traffic == null
                ? training
                : servingLines
                        .least(offer, objective, traffic.tuned(), ServingLines.Copies.of(plan))
                        .times(horizon.months())
                        .plus(training);
    }

    /** Returns the price of running an offer's model as it is; empty if it has none. The traffic has the prompt of that model. */
    public Optional<Quote> untuned(Offer offer, Plan plan) {
        Traffic traffic = plan.traffic();
        Objective objective = plan.job().objective();
        List<LineItem> lines = traffic == null ? List.of() : servingLines.base(offer, objective, traffic);
        return lines.stream()
                .map(LineItem::rate)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(rate -> new Quote(
                        offer,
                        objective,
                        plan.job().billedTokens(),
                        rate,
                        null,
                        lines,
                        true,
                        Set.of(),
                        new LazyList<>(() -> new Warnings(prices, offers).ofAge(lines)),
                        offers.isShutDown(offer),
                        !offers.isShutDown(offer),
                        null,
                        plan.horizon() == null ? null : totals.ofUntuned(plan.horizon(), lines)));
    }

    /** Returns what is paid a month today, as a quote beside that of a tuned offer; empty if that has no price. */
    public Optional<Quote> ofBill(Band month, Offer beside, Plan plan) {
        List<LineItem> lines = List.of(LineItem.ofBill(month));
        return price(beside, plan) instanceof Quote quote
                ? Optional.of(new Quote(
                        beside,
                        quote.objective(),
                        quote.billedTokens(),
                        quote.main(),
                        null,
                        lines,
                        true,
                        Set.of(),
                        List.of(),
                        false,
                        true,
                        null,
                        plan.horizon() == null ? null : totals.ofUntuned(plan.horizon(), lines)))
                : Optional.empty();
    }

    /** Returns a model as it is, at the first provider that prices requests to it; empty if none does. */
    public Optional<Offer> untuned(ModelId model) {
        return prices.catalog().model(model).flatMap(offers::untuned);
    }

    /**
     * Returns the lines for the answers of an untuned model to the prompts of a training set, each once; empty if it has no
     * price.
     *
     * @param inputTokens those of a prompt
     * @param outputTokens those of an answer
     */
    public List<LineItem> teaching(Offer teacher, Range examples, Range inputTokens, Range outputTokens) {
        Traffic once = new Traffic(
                BigDecimal.ONE,
                BigDecimal.ONE,
                inputTokens,
                outputTokens,
                Range.exactly(0),
                Range.exactly(0),
                BigDecimal.ZERO,
                false);
        return servingLines.base(teacher, Objective.SFT, once).stream()
                .map(line -> LineItem.of(
                        line.kind() == LineItem.Kind.INPUT ? LineItem.Kind.TEACHER_INPUT : LineItem.Kind.TEACHER_OUTPUT,
                        QuantityFormula.of(
                                Unit.TOKEN,
                                Factor.of(Factor.Name.EXAMPLES, examples),
                                line.kind() == LineItem.Kind.INPUT
                                        ? Factor.of(Factor.Name.INPUT_TOKENS, inputTokens)
                                        : Factor.of(Factor.Name.OUTPUT_TOKENS, outputTokens)),
                        Objects.requireNonNull(line.rate())))
                .toList();
    }

    /**
     * Returns the cost of a month of an offer's endpoint without requests: hours of hosting, and storage; zero if the tuned
     * model is paid per token only, or runs elsewhere.
     */
    public Band standingMonth(Offer offer, Objective objective) {
        return offers.isOnGpus(offer.provider().id())
                ? Band.ZERO
                : prices.remembered(
                                prices.of(Prices.Fact.STANDING_MONTH, offer, objective),
                                this,
                                (engine, key) -> Optional.of(
                                        engine.standing(key.offer(), key.objective(), ServingLines.Copies.ONE)))
                        .orElseThrow();
    }

    /** Returns the same of certain endpoints, each of at least a number of GPUs where the seller bills those. */
    public Band standingMonth(Offer offer, Objective objective, Plan.Endpoints endpoints, long gpus) {
        ServingLines.Copies copies = new ServingLines.Copies(endpoints, gpus);
        return copies.isOne() || offers.isOnGpus(offer.provider().id())
                ? standingMonth(offer, objective)
                : standing(offer, objective, copies);
    }

    private Band standing(Offer offer, Objective objective, ServingLines.Copies copies) {
        List<LineItem> lines = oneRequestADay(offer, objective, copies).lines();
        Band hosting = LineItem.sum(lines, Part.HOSTING);
        return hosting.isZero() ? hosting : hosting.plus(LineItem.sum(lines, Part.STORAGE));
    }

    /**
     * Returns the GB of GPU memory that a training needs.
     *
     * @param quantized whether weights that are frozen are kept in four bits
     */
    public static BigDecimal memoryGb(Method method, boolean quantized, BigDecimal billionParameters) {
        return GpuMemory.gigabytes(GpuMemory.Weights.of(method, quantized), billionParameters);
    }

    /** True if running an offer's tuned model has a price at its provider. */
    public boolean isRunPriced(Offer offer, Objective objective) {
        return prices.remembered(
                        prices.of(Prices.Fact.RUN_PRICED, offer, objective),
                        this,
                        (engine, key) ->
                                Optional.of(engine.oneRequestADay(key.offer(), key.objective(), ServingLines.Copies.ONE)
                                        .unpriced()
                                        .isEmpty()))
                .orElseThrow();
    }

    /** Returns the lines of a month of an offer's tuned model with one request a day; a part without a price has none. */
    public List<LineItem> oneRequestADay(Offer offer, Objective objective) {
        return oneRequestADay(offer, objective, ServingLines.Copies.ONE).lines();
    }

    private ServingLines.Result oneRequestADay(Offer offer, Objective objective, ServingLines.Copies copies) {
        return servingLines.tuned(offer, objective, Traffic.of(1, 1, 1), copies);
    }

    private Quote quote(Offer offer, Plan plan, Terms terms, List<LineItem> computed) {
        AppliedRate main = terms.main();
        Rate minimum = terms.minimum();
        List<LineItem> lines = new ArrayList<>(
                minimum == null
                        ? computed
                        : trainingLines.atLeast(minimum.price().price(), minimum, plan.job(), computed));
        Traffic traffic = plan.traffic();
        ServingLines.Result serving = traffic == null
                ? ServingLines.Result.NONE
                : servingLines.tuned(offer, plan.job().objective(), traffic, ServingLines.Copies.of(plan));
        lines.addAll(serving.lines());
        lines.addAll(plan.preparation().lines(plan.job()));
        Set<Part> unpriced = serving.unpriced();
        Horizon horizon = plan.horizon();
        Total total = horizon == null || !unpriced.isEmpty() ? null : totals.over(horizon, offer, lines);
        return new Quote(
                offer,
                plan.job().objective(),
                plan.job().billedTokens(),
                main,
                listedTraining(main, computed),
                lines,
                traffic != null,
                unpriced,
                new LazyList<>(() -> new Warnings(prices, offers).of(offer, plan, main, computed, lines, unpriced)),
                terms.shutDown(),
                terms.startable(),
                null,
                total);
    }

    /** Returns the training cost at the listed price, if a rule was applied to it. */
    private static @Nullable Band listedTraining(AppliedRate main, List<LineItem> lines) {
        if (main.rule() == null) {
            return null;
        }
        UnitPrice listed = main.listed().price();
        return lines.stream()
                .map(line -> main.equals(line.rate()) ? listed.of(line.counted().quantity()) : line.amount())
                .reduce(Band.ZERO, Band::plus);
    }
}
