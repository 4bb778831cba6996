package io.tunetally.slack.message;

import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Cut;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Slack's {@code data_visualization} block with lines over time. */
final class LineChartBlock implements NewBlock {
    private static final int TITLE = 50;
    private static final int LABEL = 20;
    private static final int POINTS = 20;
    private static final int LINES = 6;

    private final String type = "data_visualization";
    private final String title;
    private final Chart chart;

    record Chart(String type, List<Series> series, AxisConfig axisConfig) {}

    record Series(String name, List<Point> data) {}

    record Point(String label, BigDecimal value) {}

    record AxisConfig(List<String> categories) {}

    private LineChartBlock(String title, Chart chart) {
        this.title = title;
        this.chart = chart;
    }

    /**
     * The chart, where Slack can draw it and it would say the same: a line of ranges has no one value, and names that are
     * the same once they are cut cannot be told apart.
     */
    static Optional<LineChartBlock> of(ChartSpec.Lines spec) {
        List<String> labels =
                spec.ticks().stream().map(tick -> label(tick.name())).toList();
        List<Series> series = spec.lines().stream()
                .map(line -> new Series(label(line.name()), points(labels, line)))
                .toList();
        boolean exact = spec.lines().stream()
                .flatMap(line -> line.amounts().stream())
                .allMatch(amount -> amount.lowUsd().compareTo(amount.highUsd()) == 0);
        boolean fits = labels.size() <= POINTS && !series.isEmpty() && series.size() <= LINES;
        boolean apart = labels.stream().distinct().count() == labels.size()
                && series.stream().map(Series::name).distinct().count() == series.size();
        return exact && fits && apart
                ? Optional.of(new LineChartBlock(
                        Cut.to(Mrkdwn.plain(spec.title()), TITLE), new Chart("line", series, new AxisConfig(labels))))
                : Optional.empty();
    }

    private static List<Point> points(List<String> labels, ChartSpec.Line line) {
        return IntStream.range(0, labels.size())
                .mapToObj(i -> new Point(labels.get(i), line.amounts().get(i).lowUsd()))
                .toList();
    }

    private static String label(String name) {
        return Cut.to(Mrkdwn.plain(name), LABEL);
    }

    @Override
    public String getType() {
        return type;
    }

    String title() {
        return title;
    }

    /** The characters written in it. */
    int characters() {
        List<String> words = new ArrayList<>(chart.axisConfig().categories());
        chart.series().forEach(series -> words.add(series.name()));
        return title.length() + words.stream().mapToInt(String::length).sum();
    }
}
