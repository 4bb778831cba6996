package io.tunetally.engine;

import io.tunetally.catalog.Gpu;
import io.tunetally.engine.rule.GpuHours;
import io.tunetally.units.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The GPUs that self-hosted training needs, with the inputs of the computation.
 *
 * @param flopsFactor FLOPs per parameter and token
 * @param billionParameters the parameters that one token passes through
 * @param mixture whether these are only the active part of a mixture-of-experts model
 * @param quantized whether the frozen weights are kept in four bits (QLoRA)
 * @param gigabytes the GPU memory that training needs
 * @param gpus the number of GPUs with that much memory
 * @param speed the measured speed, or null if the peak decides
 * @param hours how many hours all runs take by the asker's own account, or null to compute them
 */
public record GpuNeed(
        Gpu gpu,
        BigDecimal flopsFactor,
        BigDecimal billionParameters,
        boolean mixture,
        boolean quantized,
        BigDecimal gigabytes,
        long gpus,
        Plan.@Nullable Speed speed,
        @Nullable Quantity hours) {
    /** Returns the share of its peak that a GPU reaches in a good run: the low end of the hours. */
    public BigDecimal bestUtilisation() {
        return GpuHours.BEST_UTILISATION;
    }

    /** Returns the share in a poor run: the high end of the hours. */
    public BigDecimal worstUtilisation() {
        return GpuHours.WORST_UTILISATION;
    }
}
