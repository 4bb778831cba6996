package io.tunetally.engine;

import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Rate;
import io.tunetally.units.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * A price as applied: a listed one, or one that a rule makes from it.
 *
 * @param listed the fact it rests on
 * @param price what is charged: the listed price, or what {@code rule} makes of it
 * @param rule the rule applied, null where the listed price stands
 */
public record AppliedRate(
        Rate listed, UnitPrice price, @Nullable BillingRule rule) {
    public static AppliedRate asListed(Rate rate) {
        return new AppliedRate(rate, rate.price(), null);
    }

    /** Of the rule where one was applied, else of the listed price. */
    public Provenance provenance() {
        return rule == null ? listed.provenance() : rule.provenance();
    }
}
