package io.tunetally.engine.rule;

import io.tunetally.catalog.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The number of GPUs whose memory fits a training: 16 bytes per parameter for full AdamW, 2 for LoRA's frozen bf16
 * weights, and a fifth on top for activations, adapters and the framework.
 */
public final class GpuMemory {
    private static final BigDecimal FULL_BYTES = BigDecimal.valueOf(16);
    private static final BigDecimal LORA_BYTES = BigDecimal.valueOf(2);
    private static final BigDecimal OVERHEAD = new BigDecimal("1.2");

    private GpuMemory() {}

    /** Returns the GB needed; a billion parameters at one byte each are one GB. */
    public static BigDecimal gigabytes(Method method, BigDecimal billionParameters) {
        BigDecimal bytes = switch (method) {
            case FULL -> FULL_BYTES;
            case LORA -> LORA_BYTES;
        };
        return bytes.multiply(billionParameters).multiply(OVERHEAD);
    }

    /** Returns the number of GPUs for a training. */
    public static long gpus(Method method, BigDecimal billionParameters, int memoryGb) {
        return count(gigabytes(method, billionParameters), memoryGb);
    }

    /** Returns the number of GPUs for the bf16 weights of a running model. */
    public static long gpusToServe(BigDecimal billionParameters, int memoryGb) {
        return count(LORA_BYTES.multiply(billionParameters).multiply(OVERHEAD), memoryGb);
    }

    private static long count(BigDecimal gigabytes, int memoryGb) {
        return gigabytes
                .divide(BigDecimal.valueOf(memoryGb), 0, RoundingMode.CEILING)
                .longValueExact();
    }
}
