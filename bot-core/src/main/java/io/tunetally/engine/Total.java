package io.tunetally.engine;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cost of training and running over a horizon.
 *
 * @param days the days that count: the horizon's, or fewer if a shutdown shortens it
 * @param cutBy the shutdown that shortens the horizon, null if there is none
 * @param retrainings trainings after the first
 * @param lines one per part; they add up to the total
 * @param amount the sum of the lines
 * @param cumulative the total after each started month of 30 days, the last one at the end of the horizon
 */
public record Total(
        Horizon horizon,
        long days,
        @Nullable LifecycleEvent cutBy,
        long retrainings,
        List<LineItem> lines,
        Band amount,
        List<Band> cumulative) {
    public Total {
        lines = List.copyOf(lines);
        cumulative = LazyList.copyOf(cumulative);
    }

    /** Returns the cost without any training. */
    public Band running() {
        return LineItem.sum(LineItem.paid(lines, false));
    }

    Total atPrices(BigDecimal factor) {
        return new Total(
                horizon,
                days,
                cutBy,
                retrainings,
                LineItem.atPrices(lines, factor),
                amount.times(factor),
                new LazyList<>(() ->
                        cumulative.stream().map(band -> band.times(factor)).toList()));
    }
}
