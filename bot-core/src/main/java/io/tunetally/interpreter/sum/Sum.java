package io.tunetally.interpreter.sum;

import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A sum of US dollars in a message.
 *
 * @param number the index of its number
 * @param first the index of its first token, which may be a dollar sign
 * @param last the index of its last token
 * @param end the index of the last token of its period or its unit, {@code a month}, {@code per example}; else {@code last}
 * @param period the time that it is paid for, as its words or its clause say; null if they say none
 * @param claim the slot that the readers took it for, or null
 */
public record Sum(
        int number,
        int first,
        int last,
        int end,
        BigDecimal value,
        @Nullable TimeUnit period,
        @Nullable SlotName<?> claim) {
    private static final int CENTS = 2;

    static boolean isMonthly(SlotName<?> slot) {
        return slot == SlotName.MONTHLY_BILL_USD || slot == SlotName.MONTHLY_LIMIT_USD;
    }

    /** Returns the value in the unit of a slot: what is paid a month, of a sum of a year. */
    public BigDecimal in(SlotName<?> slot) {
        boolean other = isMonthly(slot)
                && period != null
                && period != TimeUnit.MONTH
                && period.days().isPresent();
        return other && period != null
                ? period.perDay(value)
                        .multiply(TimeUnit.MONTH.days().orElseThrow())
                        .setScale(CENTS, RoundingMode.HALF_UP)
                : value;
    }
}
