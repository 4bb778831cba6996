package io.tunetally.engine.rule;

import io.tunetally.catalog.BillingRule;
import io.tunetally.units.UnitPrice;

/** Without a published price, a tuned model runs at a multiple of the base model's price: 1.5-2x in the guide. */
public final class TunedInferenceMultiplier {
    private TunedInferenceMultiplier() {}

    public static UnitPrice of(UnitPrice base, BillingRule rule) {
        return base.times(rule.value("low"), rule.value("high"));
    }
}
