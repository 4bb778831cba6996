package io.tunetally.engine.rule;

import io.tunetally.catalog.BillingRule;
import io.tunetally.units.Band;
import io.tunetally.units.Money;

/** A provider pauses a job when its cost reaches an amount; after it is resumed there is no further cap. */
public final class JobPause {
    private JobPause() {}

    /** True if a job of this cost reaches the amount, at least at its high end. */
    public static boolean reaches(Band cost, BillingRule rule) {
        return cost.high().compareTo(amount(rule)) >= 0;
    }

    public static Money amount(BillingRule rule) {
        return new Money(rule.value("usd"));
    }
}
