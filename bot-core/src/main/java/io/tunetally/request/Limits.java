package io.tunetally.request;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a number must be to be a value of a slot.
 *
 * @param kind of the problem where it is not
 * @param minimum the smallest value allowed
 * @param maximum the largest one
 * @param whole whether it counts something
 */
public record Limits(SlotName<?> slot, String kind, BigDecimal minimum, BigDecimal maximum, boolean whole) {
    private static final BigDecimal TRILLION = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000L);

    private static final List<Limits> ALL = List.of(
            count(SlotName.EXAMPLES, "examples", BILLION),
            count(SlotName.TOKENS_PER_EXAMPLE, "tokens", BILLION),
            count(SlotName.TOTAL_TOKENS, "tokens", TRILLION.multiply(BigDecimal.TEN)),
            count(SlotName.BILLED_TOKENS, "tokens", TRILLION.multiply(BigDecimal.TEN)),
            count(SlotName.EPOCHS, "epochs", BigDecimal.valueOf(100)),
            count(SlotName.RUNS, "runs", BigDecimal.valueOf(10_000)),
            count(SlotName.VALIDATION_TOKENS, "tokens", TRILLION),
            count(SlotName.EVALUATIONS, "evaluations", BigDecimal.valueOf(10_000)),
            count(SlotName.SEQUENCE_LENGTH, "tokens", BILLION),
            count(SlotName.GRADER_TOKENS, "tokens", TRILLION),
            count(SlotName.INPUT_TOKENS, "tokens", BILLION),
            count(SlotName.OUTPUT_TOKENS, "tokens", BILLION),
            count(SlotName.PROMPT_TOKENS, "tokens", BILLION),
            count(SlotName.TUNED_PROMPT_TOKENS, "tokens", BILLION),
            count(SlotName.MONTHS, "months", BigDecimal.valueOf(120)),
            count(SlotName.RETRAIN_EVERY_DAYS, "months", BigDecimal.valueOf(3600)),
            count(SlotName.UNITS, "units", BigDecimal.valueOf(10_000)),
            amount(SlotName.REQUESTS_PER_DAY, "requests", new BigDecimal("0.000001"), BILLION.multiply(BigDecimal.TEN)),
            amount(SlotName.TRAINING_HOURS, "hours", new BigDecimal("0.01"), BigDecimal.valueOf(100_000)),
            amount(SlotName.CACHED_PERCENT, "tokens", BigDecimal.ZERO, BigDecimal.valueOf(100)),
            // Published models have between a tenth of a billion and a few thousand billion parameters.
            amount(SlotName.SIZE_B, "model", new BigDecimal("0.001"), BigDecimal.valueOf(100_000)),
            amount(SlotName.BUDGET_USD, "budget", new BigDecimal("0.01"), BILLION));

    private static Limits count(SlotName<?> slot, String kind, BigDecimal maximum) {
        return new Limits(slot, kind, BigDecimal.ONE, maximum, true);
    }

    private static Limits amount(SlotName<?> slot, String kind, BigDecimal minimum, BigDecimal maximum) {
        return new Limits(slot, kind, minimum, maximum, false);
    }

    /**
     * The limits of a slot that holds a number.
     *
     * @throws IllegalArgumentException for any other slot
     */
    public static Limits of(SlotName<?> slot) {
        for (Limits limits : ALL) {
            if (limits.slot == slot) {
                return limits;
            }
        }
        throw new IllegalArgumentException(slot + " holds no number");
    }

    public boolean allow(@Nullable BigDecimal value) {
        return value == null
                || (value.compareTo(minimum) >= 0
                        && value.compareTo(maximum) <= 0
                        && (!whole
                                || value.scale() <= 0
                                || value.stripTrailingZeros().scale() <= 0));
    }
}
