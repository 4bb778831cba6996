package io.tunetally.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TextBarsTest {
    @Test
    void theLargestFillsTheWidthAndTheOthersTheirShareOfIt() {
        assertThat(bars(15, bar("a", "4"), bar("b", "2"))).isEqualTo("""
                Cost
                a $4 ██████████
                b $2 █████""");
    }

    @Test
    void drawsEighthsOfACharacter() {
        assertThat(bars(13, bar("a", "8"), bar("b", "3"))).endsWith("\nb $3 ███");
        assertThat(bars(6, bar("a", "8"), bar("b", "3"))).endsWith("\nb $3 ▍");
    }

    @Test
    void aBandIsSolidToItsLowEndAndShadedToItsHighEnd() {
        assertThat(bars(19, bar("a", "5", "10"))).endsWith("\na $5-$10 █████░░░░░");
    }

    @Test
    void zeroHasNoBarAndAlmostZeroHasOne() {
        assertThat(bars(20, bar("a", "0"), bar("b", "0.0001"), bar("c", "10"))).isEqualTo("""
                        Cost (log scale)
                        a      $0
                        b $0.0001 ▊
                        c     $10 ██████████""");
    }

    @Test
    void nothingButZeroesIsDrawnWithoutDividingByThem() {
        assertThat(bars(12, bar("a", "0"))).isEqualTo("Cost\na $0");
    }

    @Test
    void cutsALongNameAndNeverItsAmount() {
        String bars = bars(40, bar("Amazon Titan Text Lite full", "0.60"), bar("b", "10.25"));
        assertThat(bars).contains("Amazon Titan T…  $0.60 █");
        assertThat(bars.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    }

    @Test
    void namesEveryLineWhereThereAreSeveral() {
        ChartSpec spec = new ChartSpec.Lines(
                "Cost",
                "",
                List.of(new ChartSpec.Tick("month 1", 30)),
                List.of(line("tuned", "1"), line("untuned", "2")),
                null);
        assertThat(TextBars.of(spec, 21)).isEqualTo("""
                        Cost
                        tuned
                        month 1 $1 █████
                        untuned
                        month 1 $2 ██████████""");
    }

    private static String bars(int width, ChartSpec.Bar... bars) {
        return TextBars.of(new ChartSpec.Bars("Cost", "", List.of(bars)), width);
    }

    private static ChartSpec.Bar bar(String name, String usd) {
        return new ChartSpec.Bar(name, amount(usd));
    }

    private static ChartSpec.Bar bar(String name, String low, String high) {
        return new ChartSpec.Bar(
                name, new ChartSpec.Amount(new BigDecimal(low), new BigDecimal(high), "$" + low + "-$" + high));
    }

    private static ChartSpec.Line line(String name, String usd) {
        return new ChartSpec.Line(name, List.of(amount(usd)));
    }

    private static ChartSpec.Amount amount(String usd) {
        return new ChartSpec.Amount(new BigDecimal(usd), new BigDecimal(usd), "$" + usd);
    }
}
