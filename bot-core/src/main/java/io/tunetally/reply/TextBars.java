package io.tunetally.reply;

import java.math.BigDecimal;
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
    private final BarScale scale;

    private TextBars(List<ChartSpec.Bar> bars, int width, BarScale scale) {
        int longest = bars.stream().mapToInt(bar -> bar.name().length()).max().orElse(0);
        amounts = bars.stream()
                .mapToInt(bar -> bar.amount().shown().length())
                .max()
                .orElse(0);
        names = Math.max(1, Math.min(longest, width * TEXT_PERCENT / 100 - amounts - 1));
        room = Math.max(1, width - names - amounts - 2);
        this.scale = scale;
    }

    static String of(ChartSpec spec, int width) {
        List<String> lines = new ArrayList<>();
        switch (spec) {
            case ChartSpec.Bars chart -> {
                lines.add(chart.title());
                new TextBars(chart.bars(), width, chart.scale()).add(lines, chart.bars());
            }
            case ChartSpec.Tornado chart -> {
                lines.add(chart.title());
                lines.addAll(TextTornado.of(chart, width));
            }
            case ChartSpec.Lines chart -> {
                lines.add(chart.title());
                List<List<ChartSpec.Bar>> groups =
                        chart.lines().stream().map(line -> bars(chart, line)).toList();
                List<ChartSpec.Bar> all = groups.stream().flatMap(List::stream).toList();
                TextBars scale = new TextBars(all, width, new ChartSpec.Bars("", "", all).scale());
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
        int solid = eighths(amount.lowUsd());
        int shaded = (eighths(amount.highUsd()) - solid) / 8;
        String end = solid % 8 == 0 ? "" : String.valueOf(EIGHTHS.charAt(solid % 8));
        String bar = "█".repeat(solid / 8) + end + "░".repeat(shaded);
        return bar.isEmpty() && amount.highUsd().signum() > 0 ? "▏" : bar;
    }

    private int eighths(BigDecimal usd) {
        return (int) Math.round(scale.share(usd) * room * 8);
    }
}
