package io.tunetally.engine.analysis;

import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The prompt tokens a request must save for a tuned model to pay back within a horizon: the answer to a break-even
 * question without a prompt.
 *
 * @param low in the case that pays back first
 * @param high in the case that pays back last
 */
public record PromptSaving(BigDecimal low, BigDecimal high, long days) {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** No model takes a longer prompt. */
    private static final BigDecimal LONGEST_PROMPT_TOKENS = MILLION;

    /**
     * Solves {@code T + M x (fixed + tuned) = M x (base + requests x s x p_in)} for {@code s}, at both ends.
     *
     * @return null if the base model's input has no price, or no prompt is long enough to save as much
     */
    static @Nullable PromptSaving of(BreakEven comparison, long days) {
        Band price = comparison.baseMonth().getFirst().unitPrice().price();
        if (price.low().isZero()) {
            return null;
        }
        BigDecimal low = tokens(comparison.best(), price.high(), days);
        return low.compareTo(LONGEST_PROMPT_TOKENS) > 0
                ? null
                : new PromptSaving(low, tokens(comparison.worst(), price.low(), days), days);
    }

    private static BigDecimal tokens(Payback payback, Money price, long days) {
        BigDecimal time = Exact.quotient(BigDecimal.valueOf(days), BigDecimal.valueOf(Period.DAYS_PER_MONTH));
        BigDecimal missing =
                payback.once().usd().subtract(payback.savedPerMonth().multiply(time));
        BigDecimal perToken = payback.requestsPerMonth().multiply(time).multiply(price.usd());
        return Exact.quotient(missing.multiply(MILLION), perToken)
                .setScale(0, RoundingMode.CEILING)
                .max(BigDecimal.ZERO);
    }
}
