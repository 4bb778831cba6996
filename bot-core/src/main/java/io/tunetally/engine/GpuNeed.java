package io.tunetally.engine;

import io.tunetally.catalog.Method;
import io.tunetally.engine.rule.GpuHours;
import io.tunetally.engine.rule.GpuMemory;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What training a model takes of a GPU.
 *
 * @param flopsPerParameter FLOPs per parameter and token
 * @param billionParameters the model's size
 * @param gigabytes of memory the training fills
 * @param gpus that hold it
 */
public record GpuNeed(
        Gpu gpu, BigDecimal flopsPerParameter, BigDecimal billionParameters, BigDecimal gigabytes, long gpus) {
    /** Where no GPU was said. */
    public static final Gpu USUAL = Gpu.H100;

    /** The need of a method, on the GPU that was said or the usual one. */
    public static GpuNeed of(Method method, BigDecimal billionParameters, @Nullable Gpu said) {
        Gpu gpu = said == null ? USUAL : said;
        return new GpuNeed(
                gpu,
                method == Method.FULL ? GpuHours.FULL : GpuHours.LORA,
                billionParameters,
                GpuMemory.gigabytes(method, billionParameters),
                GpuMemory.gpus(method, billionParameters, gpu.memoryGb()));
    }

    /** GPU-hours for a number of tokens, from a well used GPU to a badly used one. */
    GpuHours hours(BigDecimal tokens) {
        return GpuHours.of(flopsPerParameter, billionParameters, tokens, gpu.peakTflops());
    }
}
