package io.tunetally.answer.outcome;

import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prices of rented GPUs by the hour, the cheapest first.
 *
 * @param gpu the GPU that was named, null for one row of each
 */
public record GpuPricesOutcome(Inquiry inquiry, @Nullable Gpu gpu, List<Row> rows, List<NextQuestion> followUps)
        implements Outcome.Answered {
    public GpuPricesOutcome {
        rows = List.copyOf(rows);
        followUps = List.copyOf(followUps);
    }

    /** A GPU at a provider; the rate's variant says which form of it. */
    public record Row(Gpu gpu, Provider provider, Rate rate) {}
}
