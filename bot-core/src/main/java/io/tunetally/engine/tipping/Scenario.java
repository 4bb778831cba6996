package io.tunetally.engine.tipping;

import io.tunetally.engine.Plan;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a comparison: a plan, and the price of one contender if it changes.
 *
 * @param repriced the contender whose prices change, or null
 * @param percent its prices, in percent of the listed ones
 */
public record Scenario(Plan plan, @Nullable Contender repriced, long percent) {
    /** The listed prices. */
    public static final long LISTED = 100;

    public static Scenario of(Plan plan) {
        return new Scenario(plan, null, LISTED);
    }

    /** Returns the same plan with every price of one contender at a percentage. */
    public Scenario repricing(Contender contender, long toPercent) {
        return new Scenario(plan, contender, toPercent);
    }

    BigDecimal factorOf(Contender contender) {
        return contender.equals(repriced) ? BigDecimal.valueOf(percent).movePointLeft(2) : BigDecimal.ONE;
    }
}
