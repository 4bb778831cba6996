package io.tunetally.wording.part;

import io.tunetally.engine.Traffic;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.units.Band;
import java.math.BigDecimal;
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
    private static final long USUAL_STEP_DAYS = Traffic.DAYS_PER_MONTH;

    /** Extends the chart beyond a crossing to make it easier to see. */
    private static final BigDecimal BEYOND = new BigDecimal("1.2");

    private CumulativeChart() {}

    /**
     * Returns a chart of two costs and their crossing.
     *
     * @param names the names of the two
     * @param afterDays both cumulative costs after a number of days
     * @param months the months until they cross; null if they never do
     * @param meaning the meaning of the crossing
     */
    public static Block.Chart of(
            List<String> names,
            LongFunction<List<Band>> afterDays,
            BreakEven.@Nullable Ends months,
            String meaning,
            String source) {
        long step =
                months == null ? USUAL_STEP_DAYS : stepDays(days(months.high() == null ? months.low() : months.high()));
        List<ChartSpec.Tick> ticks =
                LongStream.rangeClosed(0, STEPS).mapToObj(n -> tick(n * step)).toList();
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
        return new Block.Chart(new ChartSpec.Lines(TITLE, source, ticks, lines, crossing(months, meaning)));
    }

    private static ChartSpec.@Nullable Crossing crossing(BreakEven.@Nullable Ends months, String meaning) {
        return months == null
                ? null
                : new ChartSpec.Crossing(
                        days(months.low()), months.high() == null ? null : days(months.high()), meaning);
    }

    /** {@code start}, {@code day 10}, {@code month 2}. */
    public static ChartSpec.Tick tick(long days) {
        String name = "day " + days;
        if (days == 0) {
            name = "start";
        } else if (days % Traffic.DAYS_PER_MONTH == 0) {
            name = "month " + days / Traffic.DAYS_PER_MONTH;
        }
        return new ChartSpec.Tick(name, days);
    }

    private static BigDecimal days(BigDecimal months) {
        return months.multiply(BigDecimal.valueOf(Traffic.DAYS_PER_MONTH));
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
