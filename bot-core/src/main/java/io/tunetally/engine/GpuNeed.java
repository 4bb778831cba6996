package io.tunetally.engine;

import io.tunetally.engine.rule.GpuHours;
import java.math.BigDecimal;

/**
 * What training on one's own GPUs takes, and from what that was computed.
 *
 * @param flopsFactor FLOPs per parameter and token
 * @param billionParameters the model's size
 * @param gigabytes of GPU memory the training needs
 * @param gpus of this kind that hold it
 */
public record GpuNeed(Gpu gpu, BigDecimal flopsFactor, BigDecimal billionParameters, BigDecimal gigabytes, long gpus) {
    /** The share of its peak that a GPU reaches in a good run: the low end of the hours. */
    public BigDecimal bestUtilisation() {
        return GpuHours.BEST_UTILISATION;
    }

    /** The same in a poor run: the high end. */
    public BigDecimal worstUtilisation() {
        return GpuHours.WORST_UTILISATION;
    }
}
