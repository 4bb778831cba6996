package io.tunetally.engine.analysis;

import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Traffic;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The crossing of two models' cumulative costs: {@code T + months x monthly} of each.
 *
 * @param first in the requested order
 * @param second in the requested order
 * @param cheaperAtFirst the one with the lower training cost
 * @param cheaperLater the one with the lower monthly cost; the same as the first if the lines never cross
 * @param months the months of 30 days until they cross, null if they never do
 * @param cheaperAbove the one with cheaper requests: it is cheaper above the volume of equal cost
 * @param requestsPerDay the daily volume of equal cost over the horizon, null if there is none
 */
public record Crossing(
        Quote first,
        Quote second,
        Quote cheaperAtFirst,
        Quote cheaperLater,
        BreakEven.@Nullable Ends months,
        Quote cheaperAbove,
        BreakEven.@Nullable Ends requestsPerDay) {
    private static final Comparator<Quote> CHEAPER_AT_FIRST = Comparator.comparing(
                    (Quote quote) -> quote.training().low())
            .thenComparing(quote -> quote.monthly().low());

    /** Returns both cumulative costs after a number of days, in the requested order. */
    public List<Band> cumulative(long days) {
        BigDecimal months = Exact.quotient(BigDecimal.valueOf(days), BigDecimal.valueOf(Period.DAYS_PER_MONTH));
        return Stream.of(first, second)
                .map(quote -> quote.once().plus(quote.monthly().times(months)))
                .toList();
    }

    /** Compares two quotes of the same traffic over the same number of months; null if a part of one has no price. */
    static @Nullable Crossing of(Quote one, Quote other, Traffic traffic, BigDecimal horizonMonths) {
        if (!one.unpriced().isEmpty() || !other.unpriced().isEmpty()) {
            return null;
        }
        Crossings crossings = new Crossings(traffic, horizonMonths);
        boolean oneFirst = CHEAPER_AT_FIRST.compare(one, other) <= 0;
        Quote cheap = oneFirst ? one : other;
        Quote dear = oneFirst ? other : one;
        BreakEven.Ends months = crossings.months(cheap, dear);
        boolean oneAbove = one.sum(Part.INFERENCE)
                        .low()
                        .compareTo(other.sum(Part.INFERENCE).low())
                <= 0;
        Quote above = oneAbove ? one : other;
        return new Crossing(
                one,
                other,
                cheap,
                months == null ? cheap : dear,
                months,
                above,
                crossings.requestsPerDay(above, oneAbove ? other : one));
    }
}
