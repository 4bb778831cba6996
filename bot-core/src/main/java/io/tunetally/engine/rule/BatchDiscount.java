package io.tunetally.engine.rule;

import io.tunetally.catalog.BillingRule;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;

/** Requests sent as a batch job cost a share less: half, where it is offered. */
public final class BatchDiscount {
    private BatchDiscount() {}

    public static UnitPrice of(UnitPrice standard, BillingRule rule) {
        BigDecimal remaining = BigDecimal.ONE.subtract(rule.value("discount"));
        return standard.times(remaining, remaining);
    }
}
