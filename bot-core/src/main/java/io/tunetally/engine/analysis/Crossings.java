package io.tunetally.engine.analysis;

import io.tunetally.engine.Factor;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Traffic;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the costs of two quotes cross, over the ranges of job, prices and traffic. Both models have the same job
 * and the same requests, so a range is at the same end for both.
 */
final class Crossings {
    private static final Set<Part> FIXED = EnumSet.of(Part.HOSTING, Part.STORAGE);
    private static final Set<Part> RUNNING = EnumSet.of(Part.INFERENCE, Part.HOSTING, Part.STORAGE);
    private static final Set<Part> REQUESTS = EnumSet.of(Part.INFERENCE);

    private final Traffic traffic;
    private final BigDecimal months;
    private final List<TrafficScenario> corners;

    /** Creates crossings over a number of months, at the quoted traffic. */
    Crossings(Traffic traffic, BigDecimal months) {
        this.traffic = traffic;
        this.months = months;
        this.corners = TrafficScenario.all(traffic.ranges());
    }

    /** Returns the months until the more expensive training is compensated; null if never. */
    BreakEven.@Nullable Ends months(Quote cheapAtFirst, Quote dearAtFirst) {
        return ends(costs -> quotient(
                costs.training(dearAtFirst).subtract(costs.training(cheapAtFirst)),
                costs.monthly(cheapAtFirst, RUNNING).subtract(costs.monthly(dearAtFirst, RUNNING))));
    }

    /** Returns the daily volume at which training, fixed costs and requests of both are equal; null if there is none. */
    BreakEven.@Nullable Ends requestsPerDay(Quote cheaperRequests, Quote dearerRequests) {
        return ends(costs -> quotient(
                withoutRequests(costs, cheaperRequests)
                        .subtract(withoutRequests(costs, dearerRequests))
                        .multiply(requestsPerDay(costs)),
                costs.monthly(dearerRequests, REQUESTS)
                        .subtract(costs.monthly(cheaperRequests, REQUESTS))
                        .multiply(months)));
    }

    private BigDecimal withoutRequests(Costs costs, Quote quote) {
        return costs.training(quote).add(costs.monthly(quote, FIXED).multiply(months));
    }

    private BigDecimal requestsPerDay(Costs costs) {
        return costs.corner().high().contains(Factor.Name.REQUESTS_PER_DAY)
                ? traffic.requestsPerDayHigh()
                : traffic.requestsPerDayLow();
    }

    /** Returns the minimum and maximum over all cases; the high end is null if a case has no solution. */
    private BreakEven.@Nullable Ends ends(Solution solution) {
        List<BigDecimal> found = new ArrayList<>();
        List<Costs> cases = cases();
        for (Costs costs : cases) {
            BigDecimal one = solution.of(costs);
            if (one != null) {
                found.add(one);
            }
        }
        if (found.isEmpty()) {
            return null;
        }
        found.sort(BigDecimal::compareTo);
        return new BreakEven.Ends(found.getFirst(), found.size() < cases.size() ? null : found.getLast());
    }

    private List<Costs> cases() {
        List<Costs> cases = new ArrayList<>();
        for (boolean highTraining : new boolean[] {false, true}) {
            for (boolean highPrices : new boolean[] {false, true}) {
                corners.forEach(corner -> cases.add(new Costs(highTraining, highPrices, corner)));
            }
        }
        return cases;
    }

    /** Costs that are equal from the start do not cross. */
    private static @Nullable BigDecimal quotient(BigDecimal toMakeUpFor, BigDecimal saved) {
        return saved.signum() <= 0 || toMakeUpFor.signum() <= 0 ? null : Exact.quotient(toMakeUpFor, saved);
    }

    /** Computes where two lines cross in one case. */
    private interface Solution {
        @Nullable BigDecimal of(Costs costs);
    }

    /** The costs of quotes in USD in one case. */
    private record Costs(boolean highTraining, boolean highPrices, TrafficScenario corner) {
        BigDecimal training(Quote quote) {
            return end(quote.training(), highTraining);
        }

        BigDecimal monthly(Quote quote, Set<Part> parts) {
            List<LineItem> lines = quote.lines().stream()
                    .filter(line -> parts.contains(line.part()))
                    .toList();
            return end(corner.sum(lines), highPrices);
        }

        private static BigDecimal end(Band band, boolean high) {
            return (high ? band.high() : band.low()).usd();
        }
    }
}
