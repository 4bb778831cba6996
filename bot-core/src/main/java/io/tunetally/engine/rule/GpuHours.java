package io.tunetally.engine.rule;

import io.tunetally.units.Exact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Training on one's own GPUs: {@code GPU-hours = k x N x tokens / (peak x MFU) / 3600}, as a GPU reaches between 10 %
 * and 45 % of its peak in practice: a band. A measured speed replaces it: {@code GPU-hours = tokens / speed / 3600}.
 *
 * @param low GPU-hours at a model FLOPS utilisation of 0.45
 * @param high GPU-hours at 0.10
 */
public record GpuHours(BigDecimal low, BigDecimal high) {
    /** FLOPs per parameter and token: forward and backward through all weights. */
    public static final BigDecimal FULL = BigDecimal.valueOf(6);

    /** FLOPs per parameter and token if most weights are frozen. */
    public static final BigDecimal LORA = BigDecimal.valueOf(4);

    /** FLOPs per parameter and token of a model that answers. */
    public static final BigDecimal FORWARD = BigDecimal.TWO;

    /** The share of its peak that a GPU reaches in a good run. */
    public static final BigDecimal BEST_UTILISATION = new BigDecimal("0.45");
    /** The share of its peak that a GPU reaches in a poor run. */
    public static final BigDecimal WORST_UTILISATION = new BigDecimal("0.10");

    private static final BigDecimal BILLION_PER_TERA = new BigDecimal("0.001");
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /**
     * Returns the hours for a number of tokens.
     *
     * @param flopsFactor {@link #FULL}, {@link #LORA} or a measured run's own
     * @param billionParameters the parameters that a token passes through
     * @param tokens the training tokens, including padding
     * @param peakTflops of the GPU, dense bf16
     */
    public static GpuHours of(
            BigDecimal flopsFactor, BigDecimal billionParameters, BigDecimal tokens, BigDecimal peakTflops) {
        BigDecimal teraFlops =
                flopsFactor.multiply(billionParameters).multiply(tokens).multiply(BILLION_PER_TERA);
        return new GpuHours(
                hours(teraFlops, peakTflops.multiply(BEST_UTILISATION)),
                hours(teraFlops, peakTflops.multiply(WORST_UTILISATION)));
    }

    /**
     * Returns the hours for a number of tokens at a measured speed.
     *
     * @param tokensPerSecond of all GPUs together
     */
    public static BigDecimal measured(BigDecimal tokens, BigDecimal tokensPerSecond, long gpus) {
        return Exact.quotient(tokens.multiply(BigDecimal.valueOf(gpus)), tokensPerSecond.multiply(SECONDS_PER_HOUR));
    }

    /** Returns the hours of both. */
    public GpuHours plus(@Nullable GpuHours other) {
        return other == null ? this : new GpuHours(low.add(other.low), high.add(other.high));
    }

    /** True if a GPU computes this many tokens a second of a running model even at its worst utilisation. */
    public static boolean keepsUp(BigDecimal billionParameters, BigDecimal tokensPerSecond, BigDecimal peakTflops) {
        BigDecimal teraFlops =
                FORWARD.multiply(billionParameters).multiply(tokensPerSecond).multiply(BILLION_PER_TERA);
        return teraFlops.compareTo(peakTflops.multiply(WORST_UTILISATION)) <= 0;
    }

    private static BigDecimal hours(BigDecimal teraFlops, BigDecimal teraFlopsPerSecond) {
        return Exact.quotient(teraFlops, teraFlopsPerSecond.multiply(SECONDS_PER_HOUR));
    }
}
