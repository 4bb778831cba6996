package io.tunetally.engine.rule;

import io.tunetally.catalog.BillingRule;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The billing of validation tokens: yes, no, or unstated, which leaves a band from none to all of them.
 *
 * @param low the share billed at the low end, 0 or 1
 * @param high the share billed at the high end, 0 or 1
 */
public record ValidationTokens(BigDecimal low, BigDecimal high) {
    private static final ValidationTokens UNSTATED = new ValidationTokens(BigDecimal.ZERO, BigDecimal.ONE);

    /** True if they are billed for certain. */
    public boolean isBilled() {
        return low.signum() > 0;
    }

    /** True if they are free for certain. */
    public boolean isFree() {
        return high.signum() == 0;
    }

    public static ValidationTokens of(Optional<BillingRule> rule) {
        return rule.map(stated -> new ValidationTokens(stated.value("low"), stated.value("high")))
                .orElse(UNSTATED);
    }
}
