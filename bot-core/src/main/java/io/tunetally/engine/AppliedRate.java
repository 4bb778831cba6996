package io.tunetally.engine;

import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Rate;
import io.tunetally.units.UnitPrice;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price as applied: a listed one, or one that a rule makes from it.
 *
 * @param listed the fact it rests on
 * @param price what is charged: the listed price, or what {@code rule} makes of it
 * @param rule the rule applied, null where the listed price stands
 * @param dearest the fact behind the high end, null where it is the same as behind the low one
 */
public record AppliedRate(
        Rate listed,
        UnitPrice price,
        @Nullable BillingRule rule,
        @Nullable Rate dearest) {
    AppliedRate(Rate listed, UnitPrice price, @Nullable BillingRule rule) {
        this(listed, price, rule, null);
    }

    public static AppliedRate asListed(Rate rate) {
        return new AppliedRate(rate, rate.price(), null);
    }

    /** Every fact it rests on. */
    public List<Rate> facts() {
        return dearest == null ? List.of(listed) : List.of(listed, dearest);
    }

    /** Of the rule where one was applied, else of the listed price. */
    public Provenance provenance() {
        return rule == null ? listed.provenance() : rule.provenance();
    }

    /** The weakest of the rule or all facts. */
    public Confidence confidence() {
        return rule == null
                ? Collections.max(facts().stream()
                        .map(rate -> rate.provenance().confidence())
                        .toList())
                : rule.provenance().confidence();
    }
}
