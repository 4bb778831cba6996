package io.tunetally.wording;

import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;

/** A training job and its traffic in words, for sentences. */
final class AssumedJob {
    private final Slots filled;

    AssumedJob(Slots filled) {
        this.filled = filled;
    }

    /** {@code 1,000 examples of 500 tokens for 3 epochs}, {@code 30,000,000 tokens for 3 epochs}. */
    String training() {
        boolean evaluated = filled.has(SlotName.VALIDATION_TOKENS) && filled.has(SlotName.EVALUATIONS);
        return data()
                + (evaluated
                        ? " with " + count(SlotName.EVALUATIONS, "evaluation") + " on "
                                + count(SlotName.VALIDATION_TOKENS, "token")
                        : "");
    }

    private String data() {
        if (filled.has(SlotName.BILLED_TOKENS)) {
            return count(SlotName.BILLED_TOKENS, "token") + " in all epochs";
        }
        if (filled.has(SlotName.TOTAL_TOKENS)) {
            return count(SlotName.TOTAL_TOKENS, "token") + " for " + count(SlotName.EPOCHS, "epoch");
        }
        return count(SlotName.EXAMPLES, "example") + " of " + count(SlotName.TOKENS_PER_EXAMPLE, "token") + " for "
                + count(SlotName.EPOCHS, "epoch");
    }

    /** {@code 100 requests a day (500 tokens in, 200 out) for 6 months}. */
    String traffic() {
        return count(SlotName.REQUESTS_PER_DAY, "request") + " a day (" + count(SlotName.INPUT_TOKENS, "token")
                + " in, " + number(SlotName.OUTPUT_TOKENS) + " out) for " + count(SlotName.MONTHS, "month");
    }

    private String count(SlotName<?> name, String noun) {
        String number = number(name);
        return number + " " + noun + (number.equals("1") ? "" : "s");
    }

    private String number(SlotName<?> name) {
        Slot<?> slot = filled.get(name);
        return slot == null ? "?" : Numbers.range(decimal(slot.value()), decimal(slot.highOrValue()));
    }

    private static BigDecimal decimal(Object value) {
        return new BigDecimal(value.toString());
    }
}
