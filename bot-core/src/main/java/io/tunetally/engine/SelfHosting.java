package io.tunetally.engine;

import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.Validity;
import io.tunetally.engine.rule.GpuHours;
import io.tunetally.engine.rule.GpuMemory;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Prices training and running on own or rented GPUs: hours computed from FLOPs, priced per GPU-hour. */
final class SelfHosting {
    /** The default GPU. */
    private static final Gpu USUAL = Gpu.H100;

    /** The GPUs of one machine. */
    private static final long MOST_IN_A_MACHINE = 8;

    /** A quarter of an hour to boot, fetch weights and load them, on every GPU. */
    private static final BigDecimal SETUP_HOURS = new BigDecimal("0.25");

    /** The edition of a price that the asker gave. */
    private static final String SAID = "your";

    private final Prices prices;
    private final Offers offers;
    private final Totals totals;
    private final Map<ProviderId, Map<Gpu, AppliedRate>> rented = new ConcurrentHashMap<>();

    SelfHosting(Prices prices, Offers offers, Totals totals) {
        this.prices = prices;
        this.offers = offers;
        this.totals = totals;
    }

    Priced price(Offer offer, Plan plan) {
        BigDecimal size = offer.model().billionParameters();
        if (size == null) {
            return new Unpriceable.SizeNeeded(offer.model());
        }
        Plan.GpuSetup setup = plan.gpuSetup();
        Gpu gpu = setup.gpu() == null ? usual(offer, size, plan) : setup.gpu();
        GpuNeed need = need(offer, size, gpu, plan);
        if (setup.own() && setup.hour() == null) {
            Quantity tokens = plan.job().billedTokens();
            GpuHours hours = hours(need, tokens).plus(sampling(need, plan.job()));
            QuantityFormula sampled = plan.job().sampled();
            return new Unpriceable.OwnHardware(
                    offer,
                    need,
                    tokens,
                    sampled == null ? null : sampled.quantity(),
                    new Quantity(hours.low(), hours.high(), Unit.GPU_HOUR));
        }
        AppliedRate rate =
                setup.hour() == null ? rented(offer).get(gpu) : AppliedRate.asListed(said(setup.hour(), offer, gpu));
        if (rate == null) {
            return new Unpriceable.NoGpuPrice(gpu, offer.provider());
        }
        List<LineItem> lines = new ArrayList<>(training(need, plan.job(), rate));
        if (plan.traffic() != null) {
            // Those of a run whose hours were said are given back after it.
            long kept = setup.hours() == null ? setup.gpus() : 1;
            lines.add(serving(gpu, size, new ServingLines.Copies(plan.endpoints(), kept), rate));
        }
        lines.addAll(plan.preparation().lines(plan.job()));
        Horizon horizon = plan.horizon();
        return new Quote(
                offer,
                plan.job().objective(),
                plan.job().billedTokens(),
                rate,
                null,
                lines,
                plan.traffic() != null,
                Set.of(),
                new LazyList<>(() -> new Warnings(prices, offers).ofGpus(plan, lines)),
                false,
                offers.canStart(offer, plan.job().objective()),
                need,
                horizon == null ? null : totals.over(horizon, offer, lines));
    }

    /** Returns the default GPU, or where its provider does not rent that or the model runs, the one on which all costs least. */
    private Gpu usual(Offer offer, BigDecimal size, Plan plan) {
        Set<Gpu> rented = rented(offer).keySet();
        Gpu trained = rented.contains(USUAL)
                ? USUAL
                : rented.stream()
                        .min(Comparator.comparing(
                                gpu -> trainingCost(offer, size, gpu, plan).high()))
                        .orElse(USUAL);
        return plan.traffic() == null || plan.gpuSetup().isAskersOwn() || !rented.contains(trained)
                ? trained
                : rented.stream()
                        .filter(gpu -> gpu == trained || replaces(trained, gpu, offer, size, plan))
                        .min(Comparator.comparing(gpu -> cost(offer, size, gpu, plan)))
                        .orElse(trained);
    }

    /**
     * True if a GPU holds the model in no more pieces than another, trains it in one machine if the other does, and keeps up
     * with the traffic in a poor run.
     */
    private static boolean replaces(Gpu other, Gpu gpu, Offer offer, BigDecimal size, Plan plan) {
        return GpuMemory.gpusToServe(size, gpu.memoryGb()) <= GpuMemory.gpusToServe(size, other.memoryGb())
                && need(offer, size, gpu, plan).gpus()
                        <= Math.max(
                                MOST_IN_A_MACHINE,
                                need(offer, size, other, plan).gpus())
                && GpuHours.keepsUp(
                        need(offer, size, gpu, plan).billionParameters(),
                        Objects.requireNonNull(plan.traffic())
                                .tuned()
                                .tokensPerSecond()
                                .multiply(plan.endpoints().rush()),
                        gpu.peakTflops());
    }

    private Band trainingCost(Offer offer, BigDecimal size, Gpu gpu, Plan plan) {
        AppliedRate rate = Objects.requireNonNull(rented(offer).get(gpu));
        return LineItem.sum(training(need(offer, size, gpu, plan), plan.job(), rate));
    }

    /** Returns what training and the months cost at the cheapest that rents the GPU out. */
    private Money cost(Offer offer, BigDecimal size, Gpu gpu, Plan plan) {
        AppliedRate rate = Objects.requireNonNull(rented(offer).get(gpu));
        Horizon horizon = plan.horizon();
        ServingLines.Copies one = new ServingLines.Copies(plan.endpoints().single(), 1);
        Money month = serving(gpu, size, one, rate).amount().low();
        return trainingCost(offer, size, gpu, plan)
                .low()
                .plus(month.times(horizon == null ? BigDecimal.ONE : horizon.months()));
    }

    /** Computes the speed from the parameters that a token passes through, and the memory from all of them. */
    private static GpuNeed need(Offer offer, BigDecimal size, Gpu gpu, Plan plan) {
        Plan.GpuSetup setup = plan.gpuSetup();
        BigDecimal active = offer.model().activeBillionParameters();
        GpuMemory.Weights weights = GpuMemory.Weights.of(offer.method(), setup.quantized());
        BigDecimal flops = offer.method() == Method.FULL ? GpuHours.FULL : GpuHours.LORA;
        return new GpuNeed(
                gpu,
                flops,
                active == null ? size : active,
                active != null,
                weights == GpuMemory.Weights.QUANTIZED,
                GpuMemory.gigabytes(weights, size),
                gpus(setup, GpuMemory.gpus(weights, size, gpu.memoryGb())),
                setup.speed(),
                setup.hours() == null ? null : ofAllRuns(setup.hours(), plan.job()));
    }

    /** A count beside the hours of a run is that of the run. */
    private static long gpus(Plan.GpuSetup setup, long needed) {
        return setup.hours() != null && setup.gpus() > 1 ? setup.gpus() : Math.max(setup.gpus(), needed);
    }

    private static Quantity ofAllRuns(BigDecimal hours, TrainingJob job) {
        return new Quantity(
                hours.multiply(job.runs().lowDecimal()),
                hours.multiply(job.runs().highDecimal()),
                Unit.HOUR);
    }

    private static List<LineItem> training(GpuNeed need, TrainingJob job, AppliedRate rate) {
        GpuHours hours = hours(need, job.billedTokens());
        LineItem work = LineItem.of(
                LineItem.Kind.GPU_HOURS,
                QuantityFormula.of(Unit.GPU_HOUR, new Factor(Factor.Name.GPU_HOURS, hours.low(), hours.high())),
                rate);
        // Hours that were said are all that is paid.
        if (need.hours() != null) {
            return List.of(work);
        }
        List<LineItem> lines = new ArrayList<>(List.of(work));
        GpuHours sampling = sampling(need, job);
        if (sampling != null) {
            lines.add(LineItem.of(
                    LineItem.Kind.GPU_ROLLOUTS,
                    QuantityFormula.of(
                            Unit.GPU_HOUR, new Factor(Factor.Name.GPU_HOURS, sampling.low(), sampling.high())),
                    rate));
        }
        lines.add(LineItem.of(
                LineItem.Kind.GPU_SETUP,
                QuantityFormula.of(
                        Unit.GPU_HOUR,
                        Factor.of(Factor.Name.GPUS, need.gpus()),
                        Factor.of(Factor.Name.HOURS, SETUP_HOURS)),
                rate));
        return lines;
    }

    /** Returns the hours for generating the answers that reinforcement fine-tuning samples; null if it samples none. */
    private static @Nullable GpuHours sampling(GpuNeed need, TrainingJob job) {
        QuantityFormula sampled = job.sampled();
        if (sampled == null) {
            return null;
        }
        BigDecimal peak = need.gpu().peakTflops();
        BigDecimal size = need.billionParameters();
        return new GpuHours(
                GpuHours.of(GpuHours.FORWARD, size, sampled.quantity().low(), peak)
                        .low(),
                GpuHours.of(GpuHours.FORWARD, size, sampled.quantity().high(), peak)
                        .high());
    }

    private static GpuHours hours(GpuNeed need, Quantity tokens) {
        Quantity said = need.hours();
        if (said != null) {
            BigDecimal all = BigDecimal.valueOf(need.gpus());
            return new GpuHours(said.low().multiply(all), said.high().multiply(all));
        }
        Plan.Speed speed = need.speed();
        if (speed == null) {
            return new GpuHours(
                    computed(need, tokens.low()).low(),
                    computed(need, tokens.high()).high());
        }
        long gpus = speed.perGpu() ? 1 : need.gpus();
        return new GpuHours(
                GpuHours.measured(tokens.low(), speed.high(), gpus),
                GpuHours.measured(tokens.high(), speed.low(), gpus));
    }

    private static GpuHours computed(GpuNeed need, BigDecimal tokens) {
        return GpuHours.of(
                need.flopsFactor(), need.billionParameters(), tokens, need.gpu().peakTflops());
    }

    private static LineItem serving(Gpu gpu, BigDecimal size, ServingLines.Copies copies, AppliedRate rate) {
        return LineItem.of(LineItem.Kind.DEDICATED_GPUS, copies.ofGpus(gpusToServe(gpu, size, copies.gpus())), rate);
    }

    /** GPUs that were counted run a model that they hold in 4 bits: {@code serve gpt-oss 120b on 2 x H100} is no 4 of them. */
    private static long gpusToServe(Gpu gpu, BigDecimal size, long counted) {
        long needed = GpuMemory.gpusToServe(size, gpu.memoryGb());
        boolean held = counted > 1 && GpuMemory.gpus(GpuMemory.Weights.QUANTIZED, size, gpu.memoryGb()) <= counted;
        return held ? Math.min(needed, counted) : needed;
    }

    /** Returns what the asker pays for an hour of a GPU. */
    private Rate said(Money hour, Offer offer, Gpu gpu) {
        Source asker = new Source("asker", "the price you gave", null, prices.asOf());
        return new Rate(
                Meter.GPU_HOUR,
                new PriceScope.OfAny(),
                offer.provider().id(),
                Set.of(),
                Set.of(),
                null,
                gpu.label(),
                UnitPrice.each(Band.exactly(hour), Unit.GPU_HOUR),
                Validity.ALWAYS,
                new Provenance(SAID, List.of(asker), prices.asOf(), Confidence.A, null));
    }

    /** Returns the GPUs that an offer's provider rents out, or any of them, each with its prices. */
    private Map<Gpu, AppliedRate> rented(Offer offer) {
        return rented.computeIfAbsent(offer.provider().id(), provider -> {
            Map<Gpu, AppliedRate> priced = new EnumMap<>(Gpu.class);
            for (Gpu gpu : Gpu.values()) {
                List<Rate> rates = rates(gpu, provider);
                if (!rates.isEmpty()) {
                    priced.put(gpu, band(rates));
                }
            }
            return priced;
        });
    }

    /** Returns the rates of a GPU, at one provider or at any that rents it. */
    private List<Rate> rates(Gpu gpu, ProviderId provider) {
        return prices.gpuHours()
                .filter(rate -> provider.equals(ProviderId.SELF_HOSTED)
                        || rate.provider().equals(provider))
                .filter(rate -> gpu.isVariant(rate.variant()))
                .sorted(Comparator.comparing(rate -> rate.price().price().low()))
                .toList();
    }

    /** Returns the range from the cheapest to the most expensive provider, each with its source. */
    private static AppliedRate band(List<Rate> rates) {
        Rate cheapest = rates.getFirst();
        Rate dearest = Collections.max(
                rates, Comparator.comparing(rate -> rate.price().price().high()));
        Band all = cheapest.price().price().hull(dearest.price().price());
        return new AppliedRate(
                cheapest,
                new UnitPrice(all, cheapest.price().per(), cheapest.price().unit()),
                null,
                dearest.equals(cheapest) ? null : dearest);
    }
}
