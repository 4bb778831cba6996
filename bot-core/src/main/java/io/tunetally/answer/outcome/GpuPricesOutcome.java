package io.tunetally.answer.outcome;

import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.Rate;
import io.tunetally.units.Band;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prices of rented GPUs by the hour, the cheapest first, or the cost of a run on them.
 *
 * @param gpu the GPU that was named, null for one row of each
 * @param rows empty if the price of the run was said
 * @param run null if only prices are asked for
 */
public record GpuPricesOutcome(
        Inquiry inquiry,
        @Nullable Gpu gpu,
        List<Row> rows,
        @Nullable Run run,
        List<NextQuestion> followUps) implements Outcome.Answered {
    public GpuPricesOutcome {
        rows = List.copyOf(rows);
        followUps = List.copyOf(followUps);
    }

    /** Returns the price of an hour of one GPU: the one that was said, else from the cheapest row to the dearest. */
    public UnitPrice hour() {
        UnitPrice said = run == null ? null : run.price();
        return said == null
                ? UnitPrice.each(
                        rows.stream()
                                .map(row -> row.rate().price().price())
                                .reduce(Band::hull)
                                .orElseThrow(),
                        Unit.GPU_HOUR)
                : said;
    }

    /** A GPU at a provider; the rate's variant says which form of it. */
    public record Row(Gpu gpu, Provider provider, Rate rate) {}

    /**
     * GPUs that run for hours.
     *
     * @param gpu the name of the GPU, null if none was said
     * @param gpus how many there are, null if it was not said and one is assumed
     * @param hours of all runs
     * @param price what was said to be paid for an hour of one GPU; null for the sellers' prices
     */
    public record Run(
            @Nullable String gpu,
            @Nullable Long gpus,
            Quantity hours,
            @Nullable UnitPrice price) {
        /** Returns the hours of all GPUs together. */
        public Quantity gpuHours() {
            BigDecimal each = BigDecimal.valueOf(gpus == null ? 1 : gpus);
            return new Quantity(hours.low().multiply(each), hours.high().multiply(each), Unit.GPU_HOUR);
        }

        /** Returns the cost at a price for an hour of one GPU. */
        public Band cost(Band hour) {
            return UnitPrice.each(hour, Unit.GPU_HOUR).of(gpuHours());
        }
    }
}
