package io.tunetally.engine.rule;

import io.tunetally.catalog.BillingRule;
import io.tunetally.units.Band;
import io.tunetally.units.Money;

/** A provider pauses a job when it has cost an amount; after it is resumed there is no further cap. */
public final class JobPause {
    private JobPause() {}

    /** Whether a job of this cost reaches the amount, at its dear end at least. */
    public static boolean reaches(Band cost, BillingRule rule) {
        return cost.high().compareTo(amount(rule)) >= 0;
    }

    public static Money amount(BillingRule rule) {
        return new Money(rule.value("usd"));
    }
}
