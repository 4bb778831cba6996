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

    /** Returns the job that the amounts are for, {@code 1,000 examples · 3 epochs}; empty if there is none. */
    String job();

    /** Returns title and job in one line. */
    default String titleWithJob() {
        return job().isEmpty() ? title() : title() + ": " + job();
    }

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
    record Bars(String title, String job, String source, List<Bar> bars) implements ChartSpec {
        private static final String LOGARITHMIC = " (log scale)";

        /** Names a logarithmic scale in the title: its bars are not in proportion to the amounts. */
        public Bars {
            bars = List.copyOf(bars);
            title += scale(bars).isLogarithmic() && !title.endsWith(LOGARITHMIC) ? LOGARITHMIC : "";
        }

        /** Creates a chart of amounts that are for no job. */
        public Bars(String title, String source, List<Bar> bars) {
            this(title, "", source, bars);
        }

        /** Returns the scale of all bars, of both ends of their amounts. */
        public BarScale scale() {
            return scale(bars);
        }

        private static BarScale scale(List<Bar> bars) {
            return BarScale.of(bars.stream()
                    .flatMap(
                            bar -> Stream.of(bar.amount().lowUsd(), bar.amount().highUsd()))
                    .toList());
        }

        @Override
        public String inWords() {
            return bars.stream()
                    .map(bar -> bar.name() + " " + bar.amount().shown())
                    .collect(Collectors.joining("; ", titleWithJob() + ": ", "."));
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
            String job,
            String source,
            List<Tick> ticks,
            List<Line> lines,
            @Nullable Crossing crossing) implements ChartSpec {
        /** Creates a chart of amounts that are for no job. */
        public Lines(String title, String source, List<Tick> ticks, List<Line> lines, @Nullable Crossing crossing) {
            this(title, "", source, ticks, lines, crossing);
        }

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
                    .collect(Collectors.joining("; ", titleWithJob() + ". ", "."));
        }
    }

    /**
     * The ranges in which numbers can move, around their present values: a tornado chart. It has a logarithmic scale of
     * ratios to the present value.
     *
     * @param swings the numbers, the narrowest range first
     */
    record Tornado(String title, String job, String source, List<Swing> swings) implements ChartSpec {
        public Tornado {
            swings = List.copyOf(swings);
        }

        /** Returns the largest ratio of an end, at least 2. */
        public double widestRatio() {
            return swings.stream()
                    .flatMap(swing -> Stream.of(swing.below(), swing.above()))
                    .flatMap(Stream::ofNullable)
                    .mapToDouble(end -> end.ratio().doubleValue())
                    .reduce(2, Math::max);
        }

        /** Returns the share of half the width that an end reaches; an open end reaches all of it. */
        public double share(@Nullable End end) {
            return end == null ? 1 : Math.log(end.ratio().doubleValue()) / Math.log(widestRatio());
        }

        @Override
        public String inWords() {
            return swings.stream().map(Swing::inWords).collect(Collectors.joining("; ", titleWithJob() + ": ", "."));
        }
    }

    /**
     * A number and the range in which it can move.
     *
     * @param now its present value, empty if its name says it
     * @param now its present value, as text
     * @param below the lower end, null if it is open
     * @param above the upper end, null if it is open
     */
    record Swing(
            String name,
            String now,
            @Nullable End below,
            @Nullable End above) {
        /** Returns {@code 564 to 290,697}; an open end is an ellipsis. */
        public String range() {
            return (below == null ? "…" : below.shown()) + " to " + (above == null ? "…" : above.shown());
        }

        /** Returns {@code Requests a day, now 300}. */
        public String nameWithNow() {
            return now.isEmpty() ? name : name + ", now " + now;
        }

        private String inWords() {
            return nameWithNow() + ": " + range();
        }
    }

    /**
     * An end of a range.
     *
     * @param ratio how many times the present value is smaller or larger, at least 1
     */
    record End(BigDecimal ratio, String shown) {}

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
