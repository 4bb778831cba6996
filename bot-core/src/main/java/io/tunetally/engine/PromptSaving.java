package io.tunetally.engine;

import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How many prompt tokens a request must save for a tuned model to pay back within a horizon: the answer to a
 * break-even question that names no prompt.
 *
 * @param low at the cheap end of the tuned model's cost
 * @param high at the dear end
 */
public record PromptSaving(BigDecimal low, BigDecimal high, long months) {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /**
     * Solves {@code T + M x (fixed + tuned) = M x (base + requests x s x p_in)} for {@code s}, at both ends.
     *
     * @return null where the base model's input has no price
     */
    static @Nullable PromptSaving of(BreakEven comparison, long months) {
        Money price = comparison.baseMonth().getFirst().unitPrice().price().low();
        if (price.isZero()) {
            return null;
        }
        Quote quote = comparison.tuned();
        BigDecimal perToken = comparison
                .requestsPerMonth()
                .multiply(BigDecimal.valueOf(months))
                .multiply(price.usd())
                .divide(MILLION);
        return new PromptSaving(
                tokens(
                        quote.training().low(),
                        quote.monthly().low(),
                        comparison.base().low(),
                        months,
                        perToken),
                tokens(
                        quote.training().high(),
                        quote.monthly().high(),
                        comparison.base().high(),
                        months,
                        perToken),
                months);
    }

    private static BigDecimal tokens(Money training, Money tuned, Money base, long months, BigDecimal perToken) {
        BigDecimal missing = training.plus(tuned.minus(base).times(BigDecimal.valueOf(months)))
                .usd();
        return Exact.quotient(missing, perToken)
                .setScale(0, RoundingMode.CEILING)
                .max(BigDecimal.ZERO);
    }
}
