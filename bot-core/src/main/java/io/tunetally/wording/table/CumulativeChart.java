package io.tunetally.wording.table;

import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.units.Band;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Cumulative costs over time, from the training on. */
public final class CumulativeChart {
    public static final String TITLE = "Cumulative cost";

    private static final int STEPS = 6;
    private static final long[] STEP_DAYS = {1, 2, 5, 10, 30, 60, 90, 180, 360, 720};
    private static final long USUAL_STEP_DAYS = Period.DAYS_PER_MONTH;

    /** Extends the chart beyond a crossing to make it easier to see. */
    private static final BigDecimal BEYOND = new BigDecimal("1.2");

    private CumulativeChart() {}

    /**
     * Returns a chart of two costs and their crossing.
     *
     * @param job the job that the costs are of
     * @param names the names of the two
     * @param afterDays both cumulative costs after a number of days
     * @param end the day on which one of them ends, and the chart with it; null if none does
     * @param months the months until they cross; null if they never do
     * @param meaning the meaning of the crossing
     */
    public static Block.Chart of(
            String job,
            List<String> names,
            LongFunction<List<Band>> afterDays,
            @Nullable LocalDate end,
            LocalDate today,
            BreakEven.@Nullable Ends months,
            String meaning,
            String source) {
        long step =
                months == null ? USUAL_STEP_DAYS : stepDays(days(months.high() == null ? months.low() : months.high()));
        long last = end == null ? STEPS * step : Math.min(STEPS * step, ChronoUnit.DAYS.between(today, end));
        List<ChartSpec.Tick> ticks = LongStream.concat(
                        LongStream.rangeClosed(0, STEPS).map(n -> n * step).filter(day -> day < last),
                        LongStream.of(last))
                .mapToObj(CumulativeChart::tick)
                .toList();
        List<ChartSpec.Line> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int which = i;
            lines.add(new ChartSpec.Line(
                    names.get(i),
                    ticks.stream()
                            .map(tick -> ChartAmounts.amount(
                                    afterDays.apply(tick.days()).get(which)))
                            .toList()));
        }
        boolean cut = last < STEPS * step;
        boolean crosses = months != null && days(months.low()).compareTo(BigDecimal.valueOf(last)) <= 0;
        return new Block.Chart(new ChartSpec.Lines(
                cut ? TITLE + " until the end on " + end : TITLE,
                job,
                source,
                ticks,
                lines,
                crosses ? crossing(months, meaning, last) : null));
    }

    private static ChartSpec.@Nullable Crossing crossing(
            BreakEven.@Nullable Ends months, String meaning, long lastDay) {
        return months == null ? null : new ChartSpec.Crossing(days(months.low()), highDays(months, lastDay), meaning);
    }

    /** A chart that ends earlier shows no latest crossing. */
    private static @Nullable BigDecimal highDays(BreakEven.Ends months, long lastDay) {
        BigDecimal high = months.high() == null ? null : days(months.high());
        return high == null || high.compareTo(BigDecimal.valueOf(lastDay)) > 0 ? null : high;
    }

    /** {@code start}, {@code day 10}, {@code month 2}. */
    public static ChartSpec.Tick tick(long days) {
        String name = "day " + days;
        if (days == 0) {
            name = "start";
        } else if (days % Period.DAYS_PER_MONTH == 0) {
            name = "month " + days / Period.DAYS_PER_MONTH;
        }
        return new ChartSpec.Tick(name, days);
    }

    private static BigDecimal days(BigDecimal months) {
        return months.multiply(BigDecimal.valueOf(Period.DAYS_PER_MONTH));
    }

    /** Returns the smallest step that shows the crossing, or the largest available. */
    private static long stepDays(BigDecimal crossing) {
        BigDecimal needed = crossing.multiply(BEYOND);
        return LongStream.of(STEP_DAYS)
                .filter(step -> BigDecimal.valueOf(step * STEPS).compareTo(needed) >= 0)
                .findFirst()
                .orElse(STEP_DAYS[STEP_DAYS.length - 1]);
    }
}
