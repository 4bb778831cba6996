package io.tunetally.interpreter.run;

import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The billed tokens of a conversation after its epochs or examples have changed: {@code total tokens seen: 9.6M} of 2 epochs are
 * 14.4M of 3. The tokens that a log counts are those of all passes, so that the old number would price the new job like the old.
 */
public final class BilledTokens {
    private static final List<SlotName<?>> FACTORS = List.of(SlotName.EPOCHS, SlotName.EXAMPLES);

    private BilledTokens() {}

    /** Returns the values of a message and its conversation with the billed tokens of the new job. */
    public static Slots ofNewJob(Slots remembered, Slots said, Slots merged) {
        Slot<Long> billed = remembered.get(SlotName.BILLED_TOKENS);
        if (billed == null || said.has(SlotName.BILLED_TOKENS) || !merged.has(SlotName.BILLED_TOKENS)) {
            return merged;
        }
        BigDecimal after = BigDecimal.ONE;
        BigDecimal before = BigDecimal.ONE;
        for (SlotName<?> factor : FACTORS) {
            BigDecimal now = said.number(factor);
            BigDecimal then = remembered.number(factor);
            if (now != null && then == null && factor == SlotName.EXAMPLES) {
                // So many examples are the job; how many the log had is not known.
                return merged.without(SlotName.BILLED_TOKENS);
            }
            if (now != null && then != null && then.signum() > 0) {
                after = after.multiply(now);
                before = before.multiply(then);
            }
        }
        return after.compareTo(before) == 0
                ? merged
                : merged.with(SlotName.BILLED_TOKENS, scaled(billed, after, before));
    }

    private static Slot<Long> scaled(Slot<Long> billed, BigDecimal after, BigDecimal before) {
        Long high = billed.high();
        return new Slot<>(
                times(billed.value(), after, before),
                high == null ? null : times(high, after, before),
                Origin.DERIVED,
                null,
                billed.approximate());
    }

    private static Long times(Long tokens, BigDecimal after, BigDecimal before) {
        return BigDecimal.valueOf(tokens)
                .multiply(after)
                .divide(before, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
