package io.tunetally.engine.rule;

import io.tunetally.units.Range;
import org.jspecify.annotations.Nullable;

/**
 * How many tokens an example is billed with: its own, capped at the sequence length; with packing off every example is
 * padded to the sequence length.
 */
public final class Packing {
    private Packing() {}

    /** Tokens billed an example; without a sequence length there is no cap and no padding. */
    public static Range billedTokens(Range tokensPerExample, @Nullable Long sequenceLength, boolean packed) {
        if (sequenceLength == null) {
            return tokensPerExample;
        }
        return packed ? tokensPerExample.cappedAt(sequenceLength) : Range.exactly(sequenceLength);
    }
}
