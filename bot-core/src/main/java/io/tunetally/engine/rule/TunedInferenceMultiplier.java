package io.tunetally.engine.rule;

import io.tunetally.catalog.BillingRule;
import io.tunetally.units.UnitPrice;

/** Where no price of the tuned model is published, it runs at a multiple of the base model's: 1.5-2x in the guide. */
public final class TunedInferenceMultiplier {
    private TunedInferenceMultiplier() {}

    public static UnitPrice of(UnitPrice base, BillingRule rule) {
        return base.times(rule.value("low"), rule.value("high"));
    }
}
