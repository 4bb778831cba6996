package io.tunetally.engine.rule;

import io.tunetally.catalog.BillingRule;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;

/** Batch requests get a discount, half where it is offered. */
public final class BatchDiscount {
    private BatchDiscount() {}

    public static UnitPrice of(UnitPrice standard, BillingRule rule) {
        BigDecimal remaining = BigDecimal.ONE.subtract(rule.value("discount"));
        return standard.times(remaining, remaining);
    }
}
