package io.tunetally.wording;

import io.tunetally.engine.BreakEven;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.units.Band;
import java.util.ArrayList;
import java.util.List;

/** Both cumulative costs of a break-even, month by month over half a year. */
final class CumulativeChart {
    private static final int MONTHS_SHOWN = 6;

    private CumulativeChart() {}

    static Block.Chart of(BreakEven comparison, String untuned) {
        List<String> labels = new ArrayList<>();
        List<List<Band>> months = new ArrayList<>();
        for (long month = 1; month <= MONTHS_SHOWN; month++) {
            labels.add("month " + month);
            months.add(comparison.cumulative(month));
        }
        return new Block.Chart(new ChartSpec(
                ChartSpec.Kind.LINES,
                "Cumulative cost",
                "USD",
                labels,
                List.of(series(untuned, months, 0), series("tuned, with training", months, 1))));
    }

    private static ChartSpec.Series series(String name, List<List<Band>> months, int which) {
        return new ChartSpec.Series(
                name,
                months.stream().map(month -> month.get(which).low().usd()).toList(),
                months.stream().map(month -> month.get(which).high().usd()).toList());
    }
}
