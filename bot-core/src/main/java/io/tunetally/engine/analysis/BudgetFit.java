package io.tunetally.engine.analysis;

import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The largest whole number of examples, or of epochs, within a budget.
 *
 * @param unknown the solved unknown
 * @param fits from the high end of the cost to its low end; 0 if nothing fits
 * @param quote the job at the low end's number, or at one if nothing fits
 * @param minimum the minimum per job, if the budget is below its high end; else null
 * @param run training and running what was said or is assumed, where the budget pays first for running; null if that was not asked for
 * @param monthly the cost of running a month, where a limit of its own pays for it; else null
 */
public record BudgetFit(
        Unknown unknown,
        Range fits,
        Quote quote,
        @Nullable Band minimum,
        @Nullable Quote run,
        @Nullable Band monthly) {
    /** The unknown that a budget is solved for. */
    public enum Unknown {
        EXAMPLES,
        EPOCHS
    }

    /** The limit on examples, however large the budget. */
    static final long MAX_EXAMPLES = 1_000_000_000;

    static final long MAX_EPOCHS = 100;

    /** Returns the same purchase, made with what running leaves of the budget. */
    public BudgetFit afterRunning(Quote whole) {
        return new BudgetFit(unknown, fits, quote, minimum, whole, null);
    }

    /** Returns the cost of running over the horizon, which the budget pays first; null if it was not asked for. */
    public @Nullable Band running() {
        Total total = run == null ? null : run.total();
        return total == null ? null : total.running();
    }

    /** Returns what costs the amount to tell of an offer: all of it where running is paid, too, and not what is left for training. */
    public Quote priced() {
        return run == null ? quote : run;
    }

    /** Returns the same purchase with the cost of running a month. */
    public BudgetFit runFor(Band month) {
        return new BudgetFit(unknown, fits, quote, minimum, null, month);
    }

    /** True if the budget exceeds that limit. */
    public boolean isCapped() {
        return fits.high() >= most(unknown);
    }

    /** Returns the limit of an unknown. */
    public static long most(Unknown unknown) {
        return switch (unknown) {
            case EXAMPLES -> MAX_EXAMPLES;
            case EPOCHS -> MAX_EPOCHS;
        };
    }

    /**
     * Solves {@code a + b x n <= budget} at both ends of the cost; cost is linear in both unknowns.
     *
     * @param atOne the cost of one, without a minimum
     * @param atTwo the cost of two
     */
    static Range solve(Band atOne, Band atTwo, Band minimum, Money budget, Unknown unknown) {
        long cap = most(unknown);
        long low = largest(atOne.high(), atTwo.high(), minimum.high(), budget, cap);
        long high = largest(atOne.low(), atTwo.low(), minimum.low(), budget, cap);
        return new Range(low, high);
    }

    private static long largest(Money atOne, Money atTwo, Money minimum, Money budget, long cap) {
        if (minimum.compareTo(budget) > 0) {
            return 0;
        }
        Money each = atTwo.minus(atOne);
        if (!each.isPositive()) {
            return atOne.compareTo(budget) <= 0 ? cap : 0;
        }
        Money start = atOne.minus(each);
        BigDecimal count = budget.minus(start).usd().divide(each.usd(), 0, RoundingMode.FLOOR);
        return count.max(BigDecimal.ZERO).min(BigDecimal.valueOf(cap)).longValueExact();
    }
}
