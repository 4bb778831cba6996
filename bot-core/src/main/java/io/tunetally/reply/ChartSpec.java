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

    /** Which prices the amounts rest on and of which day, in one line; a picture has it at its foot. */
    String source();

    /** All it shows, as text: what a picture has in its place for those who cannot see it. */
    String inWords();

    /**
     * An amount.
     *
     * @param lowUsd its low end, for the length of a bar or the height of a line
     * @param highUsd its high end
     * @param shown how it is written, e.g. {@code $0.22-$0.29}
     */
    record Amount(BigDecimal lowUsd, BigDecimal highUsd, String shown) {}

    /** Amounts compared. */
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
     * @param ticks the points in time, the earliest first; each line has an amount for each
     * @param crossing where two lines cross, null where they do not or nobody asked
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

    /** A point in time, so many days after the start. */
    record Tick(String name, long days) {}

    record Line(String name, List<Amount> amounts) {
        public Line {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * Where two lines cross.
     *
     * @param lowDays days after the start, at the earliest
     * @param highDays at the latest; null where that may be never
     * @param text what it means, e.g. {@code pays back after 25 months}
     */
    record Crossing(BigDecimal lowDays, @Nullable BigDecimal highDays, String text) {}
}
