package io.tunetally.engine.analysis;

import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Traffic;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the cumulative costs of two models cross: {@code T + months x monthly} of each.
 *
 * @param first as asked
 * @param second as asked
 * @param cheaperAtFirst the one with the lower training cost
 * @param cheaperLater the one with the lower monthly cost; the same as the first where the lines never cross
 * @param months after how many months of 30 days they cross, null where they never do
 * @param cheaperAbove the one whose requests cost less: above the volume at which both cost the same it is cheaper
 * @param requestsPerDay at which daily volume both cost the same over the horizon, null where at none
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

    /** Both cumulative costs after a number of days, in the order asked. */
    public List<Band> cumulative(long days) {
        BigDecimal months = Exact.quotient(BigDecimal.valueOf(days), BigDecimal.valueOf(Traffic.DAYS_PER_MONTH));
        return Stream.of(first, second)
                .map(quote -> quote.training().plus(quote.monthly().times(months)))
                .toList();
    }

    /** Compares two quotes of the same traffic over the same number of months; null where a part of one has no price. */
    static @Nullable Crossing of(Quote one, Quote other, Traffic traffic, long horizonMonths) {
        if (!one.unpriced().isEmpty() || !other.unpriced().isEmpty()) {
            return null;
        }
        Crossings crossings = new Crossings(traffic, BigDecimal.valueOf(horizonMonths));
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
