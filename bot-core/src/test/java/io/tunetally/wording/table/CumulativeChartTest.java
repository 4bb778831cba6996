package io.tunetally.wording.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.engine.TestPrices;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.reply.ChartSpec;
import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CumulativeChartTest {
    @ParameterizedTest
    @CsvSource({"0, start", "1, day 1", "29, day 29", "30, month 1", "45, day 45", "60, month 2", "360, month 12"})
    void namesAPointInTimeByItsMonthWhereItIsWhole(long days, String name) {
        assertThat(CumulativeChart.tick(days)).isEqualTo(new ChartSpec.Tick(name, days));
    }

    /** Six steps reach a fifth beyond the crossing. */
    @ParameterizedTest
    @CsvSource({"0.1, 1", "0.2, 2", "0.5, 5", "1, 10", "2, 30", "5, 30", "5.1, 60", "25, 180", "1000, 720"})
    void takesTheSmallestStepWithWhichTheCrossingIsSeen(BigDecimal months, long step) {
        List<ChartSpec.Tick> ticks = chart(new BreakEven.Ends(months, months)).ticks();
        assertThat(ticks).hasSize(7);
        assertThat(ticks.get(1).days()).isEqualTo(step);
        assertThat(ticks.getLast().days()).isEqualTo(6 * step);
    }

    @Test
    void withoutACrossingSixMonthsAreShown() {
        ChartSpec.Lines chart = chart(null);
        assertThat(chart.crossing()).isNull();
        assertThat(chart.ticks().getLast()).isEqualTo(new ChartSpec.Tick("month 6", 180));
    }

    @Test
    void marksTheCrossingInDays() {
        ChartSpec.Crossing crossing = Objects.requireNonNull(
                chart(new BreakEven.Ends(BigDecimal.ONE, null)).crossing());
        assertThat(crossing.lowDays()).isEqualByComparingTo("30");
        assertThat(crossing.highDays()).isNull();
        assertThat(crossing.text()).isEqualTo("equal");
    }

    @Test
    void endsWithTheFirstEndAndSaysSo() {
        // 2026-11-25 to 2027-01-14 are 50 days.
        ChartSpec.Lines chart = chart(new BreakEven.Ends(BigDecimal.ONE, BigDecimal.TWO), LocalDate.of(2027, 1, 14));
        assertThat(chart.title()).isEqualTo("Cumulative cost until the end on 2027-01-14");
        assertThat(chart.ticks()).extracting(ChartSpec.Tick::days).containsExactly(0L, 30L, 50L);
        ChartSpec.Crossing crossing = Objects.requireNonNull(chart.crossing());
        assertThat(crossing.lowDays()).isEqualByComparingTo("30");
        assertThat(crossing.highDays()).as("the latest one is beyond the end").isNull();
    }

    @Test
    void marksNoCrossingBeyondTheEnd() {
        ChartSpec.Lines chart = chart(new BreakEven.Ends(BigDecimal.TWO, BigDecimal.TWO), LocalDate.of(2027, 1, 14));
        assertThat(chart.crossing()).isNull();
        assertThat(chart.ticks().getLast().days()).isEqualTo(50);
    }

    @Test
    void anEndAfterItsLastPointLeavesTheChartAsItIs() {
        assertThat(chart(null, LocalDate.of(2030, 1, 1))).isEqualTo(chart(null));
        assertThat(chart(null).job()).isEqualTo("the job");
    }

    @Test
    void eachLineHasItsOwnAmounts() {
        assertThat(chart(null).lines())
                .extracting(line -> line.name() + " " + line.amounts().getLast().shown())
                .containsExactly("one $180.00", "two $1.00");
    }

    private static ChartSpec.Lines chart(BreakEven.@Nullable Ends months) {
        return chart(months, null);
    }

    private static ChartSpec.Lines chart(BreakEven.@Nullable Ends months, @Nullable LocalDate end) {
        return (ChartSpec.Lines) CumulativeChart.of(
                        "the job",
                        List.of("one", "two"),
                        days -> List.of(Band.of(Long.toString(days)), Band.of("1")),
                        end,
                        TestPrices.TODAY,
                        months,
                        "equal",
                        "source")
                .spec();
    }
}
