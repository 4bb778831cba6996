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
 * An applied price: a listed one, or one that a rule derives from it.
 *
 * @param listed the underlying price fact
 * @param price the charged price: the listed one, or the result of {@code rule}
 * @param rule the applied rule, null if the listed price applies
 * @param dearest the fact behind the high end, null if it is the same as behind the low one
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

    /** Returns every underlying price fact. */
    public List<Rate> facts() {
        return dearest == null ? List.of(listed) : List.of(listed, dearest);
    }

    /** Returns the provenance of the rule, if any, else of the listed price. */
    public Provenance provenance() {
        return rule == null ? listed.provenance() : rule.provenance();
    }

    /** Returns the weakest confidence of the rule and all facts. */
    public Confidence confidence() {
        return rule == null
                ? Collections.max(facts().stream()
                        .map(rate -> rate.provenance().confidence())
                        .toList())
                : rule.provenance().confidence();
    }
}
