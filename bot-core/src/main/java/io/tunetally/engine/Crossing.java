package io.tunetally.engine;

import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import java.math.BigDecimal;
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
 * @param requestsPerDay at which daily volume both cost the same over the horizon, null where at none
 */
public record Crossing(
        Quote first,
        Quote second,
        Quote cheaperAtFirst,
        Quote cheaperLater,
        BreakEven.@Nullable Ends months,
        BreakEven.@Nullable Ends requestsPerDay) {

    /** The one with the higher training cost; where there is a volume at which both cost the same, it is cheaper above it. */
    public Quote dearerAtFirst() {
        return cheaperAtFirst.equals(first) ? second : first;
    }

    /** Both cumulative costs after a number of days, in the order asked. */
    public List<Band> cumulative(long days) {
        BigDecimal months = Exact.quotient(BigDecimal.valueOf(days), BigDecimal.valueOf(Traffic.DAYS_PER_MONTH));
        return Stream.of(first, second)
                .map(quote -> quote.training().plus(quote.monthly().times(months)))
                .toList();
    }

    /** Compares two quotes of the same traffic over the same number of months. */
    static Crossing of(Quote one, Quote other, BigDecimal requestsPerDay, long horizonMonths) {
        boolean oneFirst = one.training().low().compareTo(other.training().low()) <= 0;
        Quote cheap = oneFirst ? one : other;
        Quote dear = oneFirst ? other : one;
        BreakEven.Ends months = crossing(cheap.training(), dear.training(), cheap.monthly(), dear.monthly());
        return new Crossing(
                one,
                other,
                cheap,
                months == null ? cheap : dear,
                months,
                dailyVolume(cheap, dear, requestsPerDay, BigDecimal.valueOf(horizonMonths)));
    }

    private static BreakEven.@Nullable Ends crossing(
            Band firstTraining, Band laterTraining, Band firstMonthly, Band laterMonthly) {
        return ends(
                quotient(
                        laterTraining.low().usd().subtract(firstTraining.low().usd()),
                        firstMonthly.low().usd().subtract(laterMonthly.low().usd())),
                quotient(
                        laterTraining.high().usd().subtract(firstTraining.high().usd()),
                        firstMonthly.high().usd().subtract(laterMonthly.high().usd())));
    }

    /** The volume at which training, fixed costs and requests of both come to the same over the horizon. */
    private static BreakEven.@Nullable Ends dailyVolume(
            Quote first, Quote later, BigDecimal requestsPerDay, BigDecimal months) {
        Band firstFixed = fixed(first, months);
        Band laterFixed = fixed(later, months);
        Band firstInference = first.sum(Part.INFERENCE).times(months);
        Band laterInference = later.sum(Part.INFERENCE).times(months);
        BreakEven.Ends shareOfTraffic = crossing(firstFixed, laterFixed, firstInference, laterInference);
        if (shareOfTraffic == null) {
            return null;
        }
        BigDecimal high = shareOfTraffic.high();
        return new BreakEven.Ends(
                shareOfTraffic.low().multiply(requestsPerDay), high == null ? null : high.multiply(requestsPerDay));
    }

    private static Band fixed(Quote quote, BigDecimal months) {
        Band monthly = quote.sum(Part.HOSTING).plus(quote.sum(Part.STORAGE));
        return quote.training().plus(monthly.times(months));
    }

    private static @Nullable BigDecimal quotient(BigDecimal dearerStart, BigDecimal savedPerMonth) {
        if (savedPerMonth.signum() <= 0 || dearerStart.signum() < 0) {
            return null;
        }
        return Exact.quotient(dearerStart, savedPerMonth);
    }

    private static BreakEven.@Nullable Ends ends(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null) {
            return other == null ? null : new BreakEven.Ends(other, null);
        }
        return other == null ? new BreakEven.Ends(one, null) : new BreakEven.Ends(one.min(other), one.max(other));
    }
}
