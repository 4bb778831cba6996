package io.tunetally.reply;

import java.math.BigDecimal;
import java.util.List;

/**
 * A chart as data; a terminal draws it with characters, a chat platform as a picture.
 *
 * @param unit what the values count, e.g. {@code USD}
 * @param labels one per value: bars' names, or points on the x axis
 */
public record ChartSpec(Kind kind, String title, String unit, List<String> labels, List<Series> series) {
    /** Bars compare; lines show a course over time. */
    public enum Kind {
        BARS,
        LINES
    }

    /** One line or one group of bars: a low and a high end for each label. */
    public record Series(String name, List<BigDecimal> low, List<BigDecimal> high) {
        public Series {
            low = List.copyOf(low);
            high = List.copyOf(high);
        }
    }

    public ChartSpec {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.low().size() != labels.size() || one.high().size() != labels.size()) {
                throw new IllegalArgumentException(
                        "series " + one.name() + " does not have " + labels.size() + " values");
            }
        }
    }
}
