package io.tunetally.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A tornado chart in block characters: each range on both sides of the present value, an open end shaded. */
final class TextTornado {
    private static final String CENTRE = "│";
    private static final int LEAST_HALF = 4;

    private final ChartSpec.Tornado chart;
    private final int names;
    private final int below;
    private final int half;

    private TextTornado(ChartSpec.Tornado chart, int width) {
        this.chart = chart;
        names = longest(ChartSpec.Swing::name);
        below = longest(swing -> shown(swing.below()));
        int above = longest(swing -> shown(swing.above()));
        half = Math.max(LEAST_HALF, (width - names - below - above - 4) / 2);
    }

    static List<String> of(ChartSpec.Tornado chart, int width) {
        TextTornado text = new TextTornado(chart, width);
        List<String> lines = new ArrayList<>();
        chart.swings().forEach(swing -> lines.add(text.line(swing)));
        return lines;
    }

    private int longest(Function<ChartSpec.Swing, String> part) {
        return chart.swings().stream()
                .mapToInt(swing -> part.apply(swing).length())
                .max()
                .orElse(0);
    }

    private String line(ChartSpec.Swing swing) {
        String left = bar(swing.below());
        String start = shown(swing.below());
        return (swing.name() + " ".repeat(names - swing.name().length() + 1 + below - start.length()) + start + " "
                        + " ".repeat(half - left.length()) + left + CENTRE + bar(swing.above()) + " "
                        + shown(swing.above()))
                .stripTrailing();
    }

    private String bar(ChartSpec.@Nullable End end) {
        int length = (int) Math.round(chart.share(end) * half);
        return (end == null ? "░" : "█").repeat(Math.max(1, length));
    }

    private static String shown(ChartSpec.@Nullable End end) {
        return end == null ? "" : end.shown();
    }
}
