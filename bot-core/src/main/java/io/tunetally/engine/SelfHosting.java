package io.tunetally.engine;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Rate;
import io.tunetally.engine.rule.GpuHours;
import io.tunetally.engine.rule.GpuMemory;
import io.tunetally.units.Band;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Prices training and running on own or rented GPUs: hours computed from FLOPs, priced per GPU-hour. */
final class SelfHosting {
    /** The default GPU. */
    private static final Gpu USUAL = Gpu.H100;

    /** A quarter of an hour to boot, fetch weights and load them, on every GPU. */
    private static final BigDecimal SETUP_HOURS = new BigDecimal("0.25");

    private final Prices prices;

    SelfHosting(Prices prices) {
        this.prices = prices;
    }

    Priced price(Offer offer, Plan plan) {
        BigDecimal size = offer.model().billionParameters();
        if (size == null) {
            return new Unpriceable.SizeNeeded(offer.model());
        }
        Plan.GpuSetup setup = plan.gpuSetup();
        Gpu gpu = setup.gpu() == null ? USUAL : setup.gpu();
        List<Rate> rates = rates(gpu);
        if (rates.isEmpty()) {
            return new Unpriceable.NoGpuPrice(gpu);
        }
        AppliedRate rate = band(rates);
        GpuNeed need = need(offer, size, gpu, setup.quantized());
        List<LineItem> lines = new ArrayList<>(training(need, plan.job(), rate));
        if (plan.traffic() != null) {
            lines.add(serving(gpu, size, rate));
        }
        Horizon horizon = plan.horizon();
        Offers offers = new Offers(prices);
        return new Quote(
                offer,
                plan.job().objective(),
                plan.job().billedTokens(),
                rate,
                null,
                lines,
                plan.traffic() != null,
                Set.of(),
                new Warnings(prices, offers).ofAge(lines),
                false,
                need,
                horizon == null ? null : new Totals(offers).over(horizon, offer, lines));
    }

    /** Computes the speed from the parameters that a token passes through, and the memory from all of them. */
    private static GpuNeed need(Offer offer, BigDecimal size, Gpu gpu, boolean quantized) {
        BigDecimal active = offer.model().activeBillionParameters();
        GpuMemory.Weights weights = GpuMemory.Weights.of(offer.method(), quantized);
        BigDecimal flops = offer.method() == Method.FULL ? GpuHours.FULL : GpuHours.LORA;
        return new GpuNeed(
                gpu,
                flops,
                active == null ? size : active,
                active != null,
                weights == GpuMemory.Weights.QUANTIZED,
                GpuMemory.gigabytes(weights, size),
                GpuMemory.gpus(weights, size, gpu.memoryGb()));
    }

    private static List<LineItem> training(GpuNeed need, TrainingJob job, AppliedRate rate) {
        BigDecimal low = hours(need, job.billedTokens().low()).low();
        BigDecimal high = hours(need, job.billedTokens().high()).high();
        return List.of(
                LineItem.of(
                        LineItem.Kind.GPU_HOURS,
                        QuantityFormula.of(Unit.GPU_HOUR, new Factor(Factor.Name.GPU_HOURS, low, high)),
                        rate),
                LineItem.of(
                        LineItem.Kind.GPU_SETUP,
                        QuantityFormula.of(
                                Unit.GPU_HOUR,
                                Factor.of(Factor.Name.GPUS, need.gpus()),
                                Factor.of(Factor.Name.HOURS, SETUP_HOURS)),
                        rate));
    }

    private static GpuHours hours(GpuNeed need, BigDecimal tokens) {
        return GpuHours.of(
                need.flopsFactor(), need.billionParameters(), tokens, need.gpu().peakTflops());
    }

    private static LineItem serving(Gpu gpu, BigDecimal size, AppliedRate rate) {
        return LineItem.of(
                LineItem.Kind.DEDICATED_GPUS,
                QuantityFormula.of(
                        Unit.GPU_HOUR,
                        Factor.of(Factor.Name.HOURS_PER_MONTH, ServingLines.HOURS_PER_MONTH),
                        Factor.of(Factor.Name.GPUS, GpuMemory.gpusToServe(size, gpu.memoryGb()))),
                rate);
    }

    /** Rates of rented GPUs, without providers' prices for dedicated endpoints. */
    private List<Rate> rates(Gpu gpu) {
        return prices.current(Meter.GPU_HOUR).stream()
                .filter(rate -> rate.deployment() != Deployment.DEDICATED)
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
