package io.tunetally.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextBarsTest {
    @Test
    void theLargestFillsTheWidthAndTheOthersTheirShareOfIt() {
        assertThat(bars(12, List.of("a", "b"), List.of("4", "2"), List.of("4", "2")))
                .isEqualTo("""
                        Cost
                        a ██████████
                        b █████""");
    }

    @Test
    void drawsEighthsOfACharacter() {
        assertThat(bars(10, List.of("a", "b"), List.of("8", "3"), List.of("8", "3")))
                .endsWith("\nb ███");
        assertThat(bars(3, List.of("a", "b"), List.of("8", "3"), List.of("8", "3")))
                .endsWith("\nb ▍");
    }

    @Test
    void aBandIsSolidToItsLowEndAndShadedToItsHighEnd() {
        assertThat(bars(12, List.of("a"), List.of("5"), List.of("10"))).endsWith("\na █████░░░░░");
    }

    @Test
    void zeroHasNoBarAndAlmostZeroHasOne() {
        assertThat(bars(12, List.of("a", "b", "c"), List.of("0", "0.0001", "10"), List.of("0", "0.0001", "10")))
                .isEqualTo("""
                        Cost
                        a
                        b ▏
                        c ██████████""");
    }

    @Test
    void nothingButZeroesIsDrawnWithoutDividingByThem() {
        assertThat(bars(12, List.of("a"), List.of("0"), List.of("0"))).isEqualTo("Cost\na");
    }

    @Test
    void cutsALongNameBeforeItsValue() {
        String bars = bars(40, List.of("Amazon Titan Text Lite full $0.60"), List.of("1"), List.of("1"));
        assertThat(bars).contains("Amazon Titan Te… $0.60 █");
        assertThat(bars.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    }

    @Test
    void namesEverySeriesWhereThereAreSeveral() {
        ChartSpec spec = new ChartSpec(
                ChartSpec.Kind.LINES,
                "Cost",
                "USD",
                List.of("month 1"),
                List.of(series("tuned", List.of("1"), List.of("1")), series("untuned", List.of("2"), List.of("2"))));
        assertThat(TextBars.of(spec, 18)).isEqualTo("""
                        Cost
                        tuned
                        month 1 █████
                        untuned
                        month 1 ██████████""");
    }

    private static String bars(int width, List<String> labels, List<String> low, List<String> high) {
        return TextBars.of(
                new ChartSpec(ChartSpec.Kind.BARS, "Cost", "USD", labels, List.of(series("Cost", low, high))), width);
    }

    private static ChartSpec.Series series(String name, List<String> low, List<String> high) {
        return new ChartSpec.Series(
                name,
                low.stream().map(BigDecimal::new).toList(),
                high.stream().map(BigDecimal::new).toList());
    }
}
