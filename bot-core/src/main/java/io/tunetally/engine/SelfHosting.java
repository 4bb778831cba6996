package io.tunetally.engine;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Figure;
import io.tunetally.catalog.Rate;
import io.tunetally.engine.rule.GpuMemory;
import io.tunetally.units.Band;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Training and running on one's own or rented GPUs: hours from the arithmetic of training, priced by the GPU-hour. */
final class SelfHosting {
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
        GpuNeed need = GpuNeed.of(offer.method(), size, plan.gpu());
        Gpu gpu = need.gpu();
        List<Rate> rates = rates(gpu);
        if (rates.isEmpty()) {
            return new Unpriceable.NoGpuPrice(gpu);
        }
        AppliedRate rate = band(rates);
        List<LineItem> lines = new ArrayList<>(training(plan.job(), need, rate));
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
                new Warnings(prices, offers).of(offer, plan, rate, lines, lines, Set.of()),
                horizon == null ? null : new Totals(offers).over(horizon, offer, lines));
    }

    private static List<LineItem> training(TrainingJob job, GpuNeed need, AppliedRate rate) {
        BigDecimal low = need.hours(job.billedTokens().low()).low();
        BigDecimal high = need.hours(job.billedTokens().high()).high();
        return List.of(
                LineItem.of(
                        LineItem.Kind.GPU_HOURS,
                        Counted.of(Unit.GPU_HOUR, new Factor(Factor.Name.GPU_HOURS, low, high)),
                        rate),
                LineItem.of(
                        LineItem.Kind.GPU_SETUP,
                        Counted.of(
                                Unit.GPU_HOUR,
                                Factor.of(Factor.Name.GPUS, need.gpus()),
                                Factor.of(Factor.Name.HOURS, SETUP_HOURS)),
                        rate));
    }

    private static LineItem serving(Gpu gpu, BigDecimal size, AppliedRate rate) {
        return LineItem.of(
                LineItem.Kind.DEDICATED_GPUS,
                Counted.of(
                        Unit.GPU_HOUR,
                        Factor.of(Factor.Name.HOURS_PER_MONTH, ServingLines.HOURS_PER_MONTH),
                        Factor.of(Factor.Name.GPUS, GpuMemory.gpusToServe(size, gpu.memoryGb()))),
                rate);
    }

    /** Rented GPUs; what a provider charges for a dedicated endpoint is another thing. */
    private List<Rate> rates(Gpu gpu) {
        return prices.current().stream()
                .filter(rate -> rate.figure() == Figure.GPU_HOUR)
                .filter(rate -> rate.deployment() != Deployment.DEDICATED)
                .filter(rate -> gpu.isVariant(rate.variant()))
                .sorted(Comparator.comparing(rate -> rate.price().price().low()))
                .toList();
    }

    /** From the cheapest provider to the dearest one, in the name of the cheapest. */
    private static AppliedRate band(List<Rate> rates) {
        Band all = rates.stream()
                .map(rate -> rate.price().price())
                .reduce(Band::hull)
                .orElseThrow();
        Rate cheapest = rates.getFirst();
        return new AppliedRate(
                cheapest,
                new UnitPrice(all, cheapest.price().per(), cheapest.price().unit()),
                null);
    }
}
