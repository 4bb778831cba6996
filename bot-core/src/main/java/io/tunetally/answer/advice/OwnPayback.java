package io.tunetally.answer.advice;

import io.tunetally.engine.Quote;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * When a sum that is paid once comes back out of what the asker saves, by the asker's own figures.
 *
 * @param once what is paid once
 * @param onceSaid whether that sum was said; else it is the price of the training
 * @param savedPerDay what is saved a day
 * @param days after how many whole days the sum is back: the least and the most
 */
public record OwnPayback(Band once, boolean onceSaid, Money savedPerDay, long days, long daysAtMost) {
    private static final BigDecimal MONTH = BigDecimal.valueOf(Period.DAYS_PER_MONTH);

    /** Returns the payback if the saving was said. */
    public static Optional<OwnPayback> of(Slots filled, Quote training) {
        BigDecimal month = filled.value(SlotName.MONTHLY_SAVING_USD);
        BigDecimal each = filled.value(SlotName.SAVING_PER_REQUEST_USD);
        BigDecimal requests = filled.value(SlotName.REQUESTS_PER_DAY);
        BigDecimal day = month != null
                ? Exact.quotient(month, MONTH)
                : each == null || requests == null ? BigDecimal.ZERO : each.multiply(requests);
        if (day.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal said = filled.value(SlotName.PREPARATION_USD);
        Band once = said == null ? training.training() : Band.exactly(new Money(said));
        return Optional.of(
                new OwnPayback(once, said != null, new Money(day), days(once.low(), day), days(once.high(), day)));
    }

    private static long days(Money once, BigDecimal day) {
        return Exact.quotient(once.usd(), day).setScale(0, RoundingMode.CEILING).longValue();
    }
}
