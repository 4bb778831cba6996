package io.tunetally.engine;

import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Serving;
import io.tunetally.engine.rule.BatchDiscount;
import io.tunetally.engine.rule.ContextSize;
import io.tunetally.engine.rule.GpuMemory;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import io.tunetally.units.Range;
import io.tunetally.units.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lines for running a model, per month of 30 days. */
public final class ServingLines {
    private static final Set<Serving> PER_TOKEN = EnumSet.of(Serving.SERVERLESS, Serving.HOSTED);
    private static final Set<Serving> PER_HOUR = EnumSet.of(Serving.DEDICATED, Serving.PROVISIONED);

    /** Requests one by one in a short context. */
    private static final Traffic USUAL = Traffic.of(1, 1, 1);

    private final Prices prices;
    private final Offers offers;

    public ServingLines(Prices prices, Offers offers) {
        this.prices = prices;
        this.offers = offers;
    }

    /** True if none of these ways of running a model is the provider's own. */
    public static boolean isElsewhere(Set<Serving> ways) {
        return Collections.disjoint(ways, PER_TOKEN) && Collections.disjoint(ways, PER_HOUR);
    }

    /** The lines, and the parts without a price. */
    record Result(List<LineItem> lines, Set<Part> unpriced) {
        static final Result NONE = new Result(List.of(), Set.of());
    }

    /**
     * What a tuned model costs a month regardless of its requests.
     *
     * @param byTheHour if it is paid by the hour; empty if it is not sold so
     * @param besideTokens if it is paid by the token
     */
    private record Standing(List<LineItem> byTheHour, List<LineItem> besideTokens) {
        Standing {
            byTheHour = List.copyOf(byTheHour);
            besideTokens = List.copyOf(besideTokens);
        }
    }

    /** The prices of requests by the token. */
    private record TokenRates(AppliedRate input, AppliedRate cached, AppliedRate output) {}

    /**
     * What running a tuned model costs for usual traffic.
     *
     * @param rates null if it is not sold by the token
     */
    private record Running(Standing standing, @Nullable TokenRates rates) {}

    /**
     * Returns the lines for running an offer's tuned model in a way that the provider sells: per token if that is priced,
     * plus hosting; else on provisioned units or dedicated GPUs, paid by the hour regardless of usage. Where no source
     * states the ways of running it, only a price for the tuned model itself counts.
     */
    Result tuned(Offer offer, Objective objective, Traffic traffic, Copies copies) {
        Running usual = usual(offer, objective);
        Standing standing = copies.isOne() ? usual.standing() : standing(offer, objective, copies);
        boolean hourly = !standing.byTheHour().isEmpty();
        List<LineItem> inference =
                isHourlyChosen(offer) && hourly ? List.of() : inference(offer, objective, traffic.tuned(), usual);
        if (inference.isEmpty()) {
            return hourly
                    ? new Result(standing.byTheHour(), Set.of())
                    : new Result(standing.besideTokens(), Set.of(Part.INFERENCE));
        }
        List<LineItem> lines = new ArrayList<>(inference);
        lines.addAll(standing.besideTokens());
        return new Result(lines, Set.of());
    }

    /** Returns an amount that a month of an offer's tuned model does not fall below at its high end. */
    Money least(Offer offer, Objective objective, Traffic traffic, Copies copies) {
        Running usual = usual(offer, objective);
        TokenRates rates = usual.rates();
        if (!copies.isOne() || !isUsual(traffic) || isHourlyChosen(offer)) {
            return Money.ZERO;
        }
        if (rates == null) {
            return LineItem.sum(usual.standing().byTheHour()).high();
        }
        return LineItem.sum(usual.standing().besideTokens())
                .high()
                .plus(rates.input().price().of(input(traffic).quantity()).high())
                .plus(rates.output().price().of(output(traffic).quantity()).high());
    }

    private static boolean isHourlyChosen(Offer offer) {
        return offer.deployment() == Deployment.PROVISIONED || offer.deployment() == Deployment.DEDICATED;
    }

    private Running usual(Offer offer, Objective objective) {
        return prices.remembered(
                        prices.of(Prices.Fact.RUNNING, offer, objective),
                        this,
                        (lines, key) -> Optional.of(new Running(
                                lines.standing(key.offer(), key.objective(), Copies.ONE),
                                lines.rates(key.offer(), key.objective(), USUAL).orElse(null))))
                .orElseThrow();
    }

    private Standing standing(Offer offer, Objective objective, Copies copies) {
        List<LineItem> storage = prices.listed(Meter.STORAGE_MONTH, offer, objective)
                .map(rate -> List.of(LineItem.of(
                        LineItem.Kind.STORAGE,
                        QuantityFormula.of(Unit.MONTH, Factor.of(Factor.Name.MONTHS, 1)),
                        AppliedRate.asListed(rate))))
                .orElse(List.of());
        List<LineItem> byTheHour =
                new ArrayList<>(sells(PER_HOUR, offer, objective) ? byTheHour(offer, objective, copies) : List.of());
        byTheHour.addAll(byTheHour.isEmpty() ? List.of() : storage);
        List<LineItem> besideTokens = new ArrayList<>(endpoint(offer, objective, copies.endpoints()));
        besideTokens.addAll(storage);
        return new Standing(byTheHour, besideTokens);
    }

    private boolean sells(Set<Serving> ways, Offer offer, Objective objective) {
        return offers.serving(offer, objective)
                .map(sold -> !Collections.disjoint(sold, ways))
                .orElse(true);
    }

    /** An edition that prices both training and the tuned model is its own source for how the model runs. */
    private boolean isSoldPerToken(Offer offer, Objective objective) {
        Optional<Set<Serving>> ways = offers.serving(offer, objective);
        if (ways.isPresent() && !Collections.disjoint(ways.get(), PER_TOKEN)) {
            return true;
        }
        Optional<String> tuned = prices.listed(Meter.TUNED_INPUT, offer, objective)
                .map(rate -> rate.provenance().edition());
        return tuned.isPresent()
                && (ways.isEmpty()
                        || tuned.equals(prices.training(offer, objective)
                                .map(rate -> rate.provenance().edition())));
    }

    /** Returns the lines for running an offer's untuned base model; empty if it has no price. */
    public List<LineItem> base(Offer offer, Objective objective, Traffic traffic) {
        return traffic.batch()
                ? cheaperWay(traffic, sent -> baseAs(offer, objective, sent))
                : baseAs(offer, objective, traffic);
    }

    /** Returns the cheaper of batch jobs and requests one by one: a cached prompt can make batch the dearer way. */
    private static List<LineItem> cheaperWay(Traffic traffic, Function<Traffic, List<LineItem>> lines) {
        List<LineItem> oneByOne = lines.apply(traffic.withoutBatch());
        List<LineItem> batch = lines.apply(traffic);
        return LineItem.sum(batch).high().compareTo(LineItem.sum(oneByOne).high()) < 0 ? batch : oneByOne;
    }

    private List<LineItem> baseAs(Offer offer, Objective objective, Traffic traffic) {
        Optional<AppliedRate> input =
                listed(Meter.BASE_INPUT, offer, objective, traffic).map(AppliedRate::asListed);
        Optional<AppliedRate> output =
                listed(Meter.BASE_OUTPUT, offer, objective, traffic).map(AppliedRate::asListed);
        if (input.isEmpty() || output.isEmpty()) {
            return List.of();
        }
        AppliedRate asked = batch(offer, traffic, input.get());
        Optional<AppliedRate> cached = isAtBatchPrice(offer, objective, traffic)
                ? Optional.empty()
                : listed(Meter.BASE_CACHED, offer, objective, traffic).map(AppliedRate::asListed);
        return perRequest(traffic, new TokenRates(asked, cached.orElse(asked), batch(offer, traffic, output.get())));
    }

    /** Returns a month's requests to the tuned model, with the tuned prompt; empty if it is not sold by the token. */
    private List<LineItem> inference(Offer offer, Objective objective, Traffic traffic, Running usual) {
        return traffic.batch()
                ? cheaperWay(traffic, sent -> inferenceAs(offer, objective, sent, usual))
                : inferenceAs(offer, objective, traffic, usual);
    }

    private List<LineItem> inferenceAs(Offer offer, Objective objective, Traffic traffic, Running usual) {
        TokenRates rates = isUsual(traffic)
                ? usual.rates()
                : rates(offer, objective, traffic).orElse(null);
        return rates == null ? List.of() : perRequest(traffic, rates);
    }

    private boolean isUsual(Traffic traffic) {
        return !traffic.batch() && prices.isUsualContext(traffic.contextTokens());
    }

    private Optional<TokenRates> rates(Offer offer, Objective objective, Traffic traffic) {
        Optional<AppliedRate> input =
                tuned(traffic, Meter.TUNED_BATCH_INPUT, Meter.TUNED_INPUT, Meter.BASE_INPUT, offer, objective);
        Optional<AppliedRate> output =
                tuned(traffic, Meter.TUNED_BATCH_OUTPUT, Meter.TUNED_OUTPUT, Meter.BASE_OUTPUT, offer, objective);
        if (input.isEmpty() || output.isEmpty() || !isSoldPerToken(offer, objective)) {
            return Optional.empty();
        }
        Optional<AppliedRate> cached = isAtBatchPrice(offer, objective, traffic)
                ? Optional.empty()
                : tuned(Meter.TUNED_CACHED, Meter.BASE_CACHED, offer, objective, traffic);
        return Optional.of(new TokenRates(input.get(), cached.orElse(input.get()), output.get()));
    }

    /**
     * Batch requests get no additional discount for a cached prompt: OpenAI's discounts do not add up, and the price
     * books have no other provider's.
     */
    private boolean isAtBatchPrice(Offer offer, Objective objective, Traffic traffic) {
        return traffic.batch()
                && (prices.rule(
                                        BillingRule.Name.BATCH_DISCOUNT,
                                        offer.provider().id())
                                .isPresent()
                        || prices.listed(Meter.TUNED_BATCH_INPUT, offer, objective)
                                .isPresent());
    }

    private Optional<AppliedRate> tuned(
            Traffic traffic, Meter batch, Meter standard, Meter base, Offer offer, Objective objective) {
        Optional<AppliedRate> batchPrice =
                traffic.batch() ? prices.listed(batch, offer, objective).map(AppliedRate::asListed) : Optional.empty();
        return batchPrice.or(
                () -> tuned(standard, base, offer, objective, traffic).map(rate -> batch(offer, traffic, rate)));
    }

    private Optional<AppliedRate> tuned(Meter tuned, Meter base, Offer offer, Objective objective, Traffic traffic) {
        return longContext(tuned, offer, objective, traffic)
                .map(AppliedRate::asListed)
                .or(() -> prices.tuned(tuned, base, offer, objective));
    }

    private Optional<Rate> listed(Meter figure, Offer offer, Objective objective, Traffic traffic) {
        return longContext(figure, offer, objective, traffic).or(() -> prices.listed(figure, offer, objective));
    }

    /** Returns the price for contexts over the highest size that a request exceeds; empty if there is none. */
    private Optional<Rate> longContext(Meter figure, Offer offer, Objective objective, Traffic traffic) {
        for (ContextSize size : prices.contextSizes(figure)) {
            if (size.isExceededBy(traffic.contextTokens())) {
                Optional<Rate> rate = prices.listed(figure, size.variant(), offer, objective);
                if (rate.isPresent()) {
                    return rate;
                }
            }
        }
        return Optional.empty();
    }

    private AppliedRate batch(Offer offer, Traffic traffic, AppliedRate standard) {
        Optional<BillingRule> rule = traffic.batch()
                ? prices.rule(BillingRule.Name.BATCH_DISCOUNT, offer.provider().id())
                : Optional.empty();
        return rule.map(discount ->
                        new AppliedRate(standard.listed(), BatchDiscount.of(standard.price(), discount), discount))
                .orElse(standard);
    }

    /** Returns the input and output tokens, each at its price, for the number of requests in the traffic. */
    private static List<LineItem> perRequest(Traffic traffic, TokenRates rates) {
        List<LineItem> lines = new ArrayList<>();
        lines.add(LineItem.of(LineItem.Kind.INPUT, input(traffic), rates.input()));
        if (traffic.promptTokens().high() > 0) {
            QuantityFormula prompt = tokens(traffic, Factor.Name.PROMPT_TOKENS, traffic.promptTokens());
            BigDecimal cachedShare = traffic.cachedShare();
            BigDecimal rest = BigDecimal.ONE.subtract(cachedShare);
            if (rest.signum() > 0) {
                lines.add(LineItem.of(
                        LineItem.Kind.PROMPT,
                        prompt.times(Factor.of(Factor.Name.SHARE_NOT_CACHED, rest)),
                        rates.input()));
            }
            if (cachedShare.signum() > 0) {
                lines.add(LineItem.of(
                        LineItem.Kind.CACHED_PROMPT,
                        rest.signum() == 0 ? prompt : prompt.times(Factor.of(Factor.Name.SHARE_CACHED, cachedShare)),
                        rates.cached()));
            }
        }
        lines.add(LineItem.of(LineItem.Kind.OUTPUT, output(traffic), rates.output()));
        return lines;
    }

    private static QuantityFormula input(Traffic traffic) {
        return tokens(traffic, Factor.Name.INPUT_TOKENS, traffic.inputTokens());
    }

    private static QuantityFormula output(Traffic traffic) {
        return tokens(traffic, Factor.Name.OUTPUT_TOKENS, traffic.outputTokens());
    }

    private static QuantityFormula tokens(Traffic traffic, Factor.Name name, Range perRequest) {
        return QuantityFormula.of(
                Unit.TOKEN,
                new Factor(Factor.Name.REQUESTS_PER_DAY, traffic.requestsPerDayLow(), traffic.requestsPerDayHigh()),
                Factor.of(Factor.Name.DAYS_PER_MONTH, Period.DAYS_PER_MONTH),
                Factor.of(name, perRequest));
    }

    /** Returns the fee for keeping an endpoint up, on top of the tokens. */
    private List<LineItem> endpoint(Offer offer, Objective objective, Plan.Endpoints endpoints) {
        return prices.listed(Meter.HOSTING_HOUR, offer, objective)
                .filter(rate -> !rate.price().price().isZero())
                .map(rate -> List.of(hours(LineItem.Kind.HOSTING, endpoints, rate)))
                .orElse(List.of());
    }

    private List<LineItem> byTheHour(Offer offer, Objective objective, Copies copies) {
        Offer provisioned = new Offer(offer.model(), offer.provider(), offer.method(), Deployment.PROVISIONED);
        Optional<LineItem> throughput = prices.listed(Meter.PROVISIONED_UNIT_HOUR, provisioned, objective)
                .map(rate -> hours(
                        LineItem.Kind.PROVISIONED_THROUGHPUT,
                        // What is committed to is paid around the clock.
                        rate.variant().isEmpty()
                                ? copies.endpoints()
                                : Plan.Endpoints.of(copies.endpoints().units()),
                        rate));
        return throughput
                .or(() -> dedicated(offer, objective, copies))
                .map(List::of)
                .orElse(List.of());
    }

    /** Returns the cost of enough dedicated H100 to hold the weights, for each replica. */
    private Optional<LineItem> dedicated(Offer offer, Objective objective, Copies copies) {
        Offer dedicated = new Offer(offer.model(), offer.provider(), offer.method(), Deployment.DEDICATED);
        BigDecimal size = offer.model().billionParameters();
        return size == null
                ? Optional.empty()
                : prices.listed(Meter.GPU_HOUR, Gpu.H100.id(), dedicated, objective)
                        .map(rate -> LineItem.of(
                                LineItem.Kind.DEDICATED_GPUS,
                                copies.ofGpus(GpuMemory.gpusToServe(size, Gpu.H100.memoryGb())),
                                AppliedRate.asListed(rate)));
    }

    private static LineItem hours(LineItem.Kind kind, Plan.Endpoints endpoints, Rate rate) {
        QuantityFormula month = QuantityFormula.of(rate.price().unit(), endpoints.hours());
        return LineItem.of(
                kind, month.times(Factor.of(Factor.Name.UNITS, endpoints.units())), AppliedRate.asListed(rate));
    }

    /**
     * How many times a model runs.
     *
     * @param gpus the GPUs of a replica, if they are more than the weights need
     */
    record Copies(Plan.Endpoints endpoints, long gpus) {
        static final Copies ONE = new Copies(Plan.Endpoints.of(1), 1);

        boolean isOne() {
            return gpus == 1 && endpoints.isOne();
        }

        /** GPUs that were counted without a name are those of the seller's endpoint. */
        static Copies of(Plan plan) {
            return new Copies(
                    plan.endpoints(),
                    plan.gpuSetup().gpu() == null ? plan.gpuSetup().gpus() : 1);
        }

        /** Returns the hours of a month of the GPUs, of which each replica needs a number. */
        QuantityFormula ofGpus(long needed) {
            QuantityFormula hours = QuantityFormula.of(
                    Unit.GPU_HOUR, endpoints.hours(), Factor.of(Factor.Name.GPUS, Math.max(gpus, needed)));
            return hours.times(Factor.of(Factor.Name.UNITS, endpoints.units()));
        }
    }
}
