package io.tunetally.engine.rule;

import io.tunetally.catalog.BillingRule;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;

/**
 * LoRA costs less than the listed training price by a share: 60-70 % in the guide.
 *
 * <p>The larger saving gives the low end, the smaller one the high end.
 */
public final class LoraDiscount {
    private LoraDiscount() {}

    public static UnitPrice of(UnitPrice listed, BillingRule rule) {
        return listed.times(remaining(rule.value("high")), remaining(rule.value("low")));
    }

    private static BigDecimal remaining(BigDecimal saving) {
        return BigDecimal.ONE.subtract(saving);
    }
}
