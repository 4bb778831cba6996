package io.tunetally.engine.rule;

import io.tunetally.catalog.Method;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The number of GPUs whose memory fits a training: the weights, and a fifth on top for activations, adapters and the framework. */
public final class GpuMemory {
    private static final BigDecimal OVERHEAD = new BigDecimal("1.2");

    private GpuMemory() {}

    /** The memory per parameter of a way to train. */
    public enum Weights {
        /** AdamW's weights, gradients, two moments and master weights. */
        TRAINED("16"),
        /** LoRA's frozen bf16 weights. */
        FROZEN("2"),
        /** QLoRA's frozen weights of four bits. */
        QUANTIZED("0.5");

        private final BigDecimal bytes;

        Weights(String bytes) {
            this.bytes = new BigDecimal(bytes);
        }

        /**
         * Returns the weights of a method.
         *
         * @param quantized whether weights that are frozen are kept in four bits
         */
        public static Weights of(Method method, boolean quantized) {
            return switch (method) {
                case FULL -> TRAINED;
                case LORA -> quantized ? QUANTIZED : FROZEN;
            };
        }
    }

    /** Returns the GB needed; a billion parameters at one byte each are one GB. */
    public static BigDecimal gigabytes(Weights weights, BigDecimal billionParameters) {
        return weights.bytes.multiply(billionParameters).multiply(OVERHEAD);
    }

    /** Returns the number of GPUs for a training. */
    public static long gpus(Weights weights, BigDecimal billionParameters, int memoryGb) {
        return gigabytes(weights, billionParameters)
                .divide(BigDecimal.valueOf(memoryGb), 0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** Returns the number of GPUs for the bf16 weights of a running model. */
    public static long gpusToServe(BigDecimal billionParameters, int memoryGb) {
        return gpus(Weights.FROZEN, billionParameters, memoryGb);
    }
}
