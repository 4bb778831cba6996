package io.tunetally.reply;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A chart of amounts as data; a terminal draws it with characters, a chat platform as a picture. */
public sealed interface ChartSpec {
    String title();

    /** Returns the source and date of the prices, in one line; a picture shows it below the chart. */
    String source();

    /** Returns all content as text, the alternative for readers who cannot see a picture. */
    String inWords();

    /**
     * An amount.
     *
     * @param lowUsd its low end, for the length of a bar or the height of a line
     * @param highUsd its high end
     * @param shown its text, e.g. {@code $0.22-$0.29}
     */
    record Amount(BigDecimal lowUsd, BigDecimal highUsd, String shown) {}

    /** A comparison of amounts. */
    record Bars(String title, String source, List<Bar> bars) implements ChartSpec {
        public Bars {
            bars = List.copyOf(bars);
        }

        @Override
        public String inWords() {
            return bars.stream()
                    .map(bar -> bar.name() + " " + bar.amount().shown())
                    .collect(Collectors.joining("; ", title + ": ", "."));
        }
    }

    record Bar(String name, Amount amount) {}

    /**
     * Amounts over time.
     *
     * @param ticks the points in time, earliest first; each line has an amount for each
     * @param crossing where two lines cross, null if they do not or it was not requested
     */
    record Lines(
            String title,
            String source,
            List<Tick> ticks,
            List<Line> lines,
            @Nullable Crossing crossing) implements ChartSpec {
        public Lines {
            ticks = List.copyOf(ticks);
            lines = List.copyOf(lines);
            for (Line line : lines) {
                if (line.amounts().size() != ticks.size()) {
                    throw new IllegalArgumentException(line.name() + " does not have " + ticks.size() + " amounts");
                }
            }
        }

        @Override
        public String inWords() {
            Stream<String> courses = lines.stream()
                    .map(line -> line.name() + ": "
                            + IntStream.range(0, ticks.size())
                                    .mapToObj(i -> ticks.get(i).name() + " "
                                            + line.amounts().get(i).shown())
                                    .collect(Collectors.joining(", ")));
            return Stream.concat(courses, Stream.ofNullable(crossing).map(Crossing::text))
                    .collect(Collectors.joining("; ", title + ". ", "."));
        }
    }

    /** A point in time, as days after the start. */
    record Tick(String name, long days) {}

    record Line(String name, List<Amount> amounts) {
        public Line {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * The point where two lines cross.
     *
     * @param lowDays days after the start, at the earliest
     * @param highDays at the latest; null if it may never happen
     * @param text its meaning, e.g. {@code pays back after 25 months}
     */
    record Crossing(BigDecimal lowDays, @Nullable BigDecimal highDays, String text) {}
}
