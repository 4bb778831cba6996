package io.tunetally.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BarScaleTest {
    @Test
    void barsAreInProportionUpToFiftyTimesTheSmallest() {
        BarScale scale = scale("2", "25", "100");

        assertThat(scale.isLogarithmic()).isFalse();
        assertThat(scale.share(new BigDecimal("25"))).isCloseTo(0.25, within(1e-9));
        assertThat(scale.share(new BigDecimal("100"))).isEqualTo(1);
    }

    @Test
    void beyondThatTheLogarithmLeavesEachBarVisible() {
        BarScale scale = scale("1", "10", "100");

        assertThat(scale.isLogarithmic()).isTrue();
        assertThat(scale.share(BigDecimal.ONE)).isCloseTo(0.08, within(1e-9));
        assertThat(scale.share(BigDecimal.TEN)).isCloseTo(0.54, within(1e-9));
        assertThat(scale.share(new BigDecimal("100"))).isCloseTo(1, within(1e-9));
    }

    @Test
    void nothingHasNoBar() {
        assertThat(scale("0", "10").share(BigDecimal.ZERO)).isZero();
        assertThat(scale("0").share(BigDecimal.ZERO)).isZero();
        assertThat(scale("0", "10").isLogarithmic()).isFalse();
    }

    @Test
    void aTitleNamesALogarithmicScaleOnce() {
        ChartSpec.Bars bars = bars("1", "100");

        assertThat(bars.title()).isEqualTo("Cost (log scale)");
        assertThat(new ChartSpec.Bars(bars.title(), bars.source(), bars.bars()).title())
                .isEqualTo("Cost (log scale)");
        assertThat(bars("10", "100").title()).isEqualTo("Cost");
    }

    @Test
    void theTextAlternativeSaysTheJob() {
        assertThat(new ChartSpec.Bars(
                                "Cost", "3 epochs", "source", bars("10", "20").bars())
                        .inWords())
                .isEqualTo("Cost: 3 epochs: A $10; A $20.");
    }

    private static ChartSpec.Bars bars(String... amounts) {
        return new ChartSpec.Bars(
                "Cost",
                "source",
                Stream.of(amounts)
                        .map(amount -> new ChartSpec.Bar(
                                "A",
                                new ChartSpec.Amount(new BigDecimal(amount), new BigDecimal(amount), "$" + amount)))
                        .toList());
    }

    private static BarScale scale(String... amounts) {
        return BarScale.of(List.of(amounts).stream().map(BigDecimal::new).toList());
    }
}
