package io.tunetally.engine.rule;

import io.tunetally.units.Range;
import org.jspecify.annotations.Nullable;

/**
 * The billed tokens of an example: its own, capped at the sequence length; without packing every example is padded to
 * the sequence length.
 */
public final class Packing {
    private Packing() {}

    /** Returns the billed tokens per example; without a sequence length there is no cap and no padding. */
    public static Range billedTokens(Range tokensPerExample, @Nullable Long sequenceLength, boolean packed) {
        if (sequenceLength == null) {
            return tokensPerExample;
        }
        return packed ? tokensPerExample.cappedAt(sequenceLength) : Range.exactly(sequenceLength);
    }
}
