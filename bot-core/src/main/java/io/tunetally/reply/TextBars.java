package io.tunetally.reply;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart in block characters, in eighths of a character: a name, its amount, its bar. A band shows its low end solid and
 * the rest shaded.
 */
final class TextBars {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final int TEXT_PERCENT = 55;

    private final int names;
    private final int amounts;
    private final int room;
    private final BigDecimal largest;

    private TextBars(List<ChartSpec.Bar> bars, int width) {
        int longest = bars.stream().mapToInt(bar -> bar.name().length()).max().orElse(0);
        amounts = bars.stream()
                .mapToInt(bar -> bar.amount().shown().length())
                .max()
                .orElse(0);
        names = Math.max(1, Math.min(longest, width * TEXT_PERCENT / 100 - amounts - 1));
        room = Math.max(1, width - names - amounts - 2);
        largest = bars.stream()
                .map(bar -> bar.amount().highUsd())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    static String of(ChartSpec spec, int width) {
        List<String> lines = new ArrayList<>();
        lines.add(spec.title());
        switch (spec) {
            case ChartSpec.Bars chart -> new TextBars(chart.bars(), width).add(lines, chart.bars());
            case ChartSpec.Tornado chart -> lines.addAll(TextTornado.of(chart, width));
            case ChartSpec.Lines chart -> {
                List<List<ChartSpec.Bar>> groups =
                        chart.lines().stream().map(line -> bars(chart, line)).toList();
                TextBars scale =
                        new TextBars(groups.stream().flatMap(List::stream).toList(), width);
                for (int i = 0; i < groups.size(); i++) {
                    if (groups.size() > 1) {
                        lines.add(chart.lines().get(i).name());
                    }
                    scale.add(lines, groups.get(i));
                }
            }
        }
        return String.join("\n", lines);
    }

    private static List<ChartSpec.Bar> bars(ChartSpec.Lines chart, ChartSpec.Line line) {
        List<ChartSpec.Bar> bars = new ArrayList<>();
        for (int i = 0; i < chart.ticks().size(); i++) {
            bars.add(new ChartSpec.Bar(
                    chart.ticks().get(i).name(), line.amounts().get(i)));
        }
        return bars;
    }

    private void add(List<String> lines, List<ChartSpec.Bar> bars) {
        for (ChartSpec.Bar bar : bars) {
            String name = shortened(bar.name());
            String amount = bar.amount().shown();
            lines.add((name + " ".repeat(names - name.length() + 1 + amounts - amount.length()) + amount + " "
                            + drawn(bar.amount()))
                    .stripTrailing());
        }
    }

    private String shortened(String name) {
        return name.length() <= names ? name : name.substring(0, names - 1).stripTrailing() + "…";
    }

    private String drawn(ChartSpec.Amount amount) {
        if (largest.signum() == 0) {
            return "";
        }
        int solid = eighths(amount.lowUsd());
        int shaded = (eighths(amount.highUsd()) - solid) / 8;
        String end = solid % 8 == 0 ? "" : String.valueOf(EIGHTHS.charAt(solid % 8));
        String bar = "█".repeat(solid / 8) + end + "░".repeat(shaded);
        return bar.isEmpty() && amount.highUsd().signum() > 0 ? "▏" : bar;
    }

    private int eighths(BigDecimal usd) {
        return usd.multiply(BigDecimal.valueOf(room * 8L))
                .divide(largest, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
