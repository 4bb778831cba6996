package io.tunetally.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TextTornadoTest {
    @Test
    void drawsEachRangeAroundThePresentValueByItsRatio() {
        assertThat(drawn(34, swing("volume", end(10, "30"), end(100, "30,000")), swing("price", null, end(10, "+9 %"))))
                .isEqualTo("""
                        Ranges
                        volume 30     ████│████████ 30,000
                        price     ░░░░░░░░│████ +9 %""");
    }

    @Test
    void aRangeNearThePresentValueHasABar() {
        assertThat(drawn(30, swing("a", null, end(1, "3")), swing("b", null, end(1000, "9"))))
                .contains("│█ 3");
    }

    @Test
    void saysItsRangesInWords() {
        assertThat(chart(swing("volume", end(10, "30"), null), new ChartSpec.Swing("price", "", null, end(2, "+9 %")))
                        .inWords())
                .isEqualTo("Ranges: job: volume, now 300: 30 to …; price: … to +9 %.");
    }

    private static String drawn(int width, ChartSpec.Swing... swings) {
        return TextBars.of(chart(swings), width);
    }

    private static ChartSpec chart(ChartSpec.Swing... swings) {
        return new ChartSpec.Tornado("Ranges", "job", "", List.of(swings));
    }

    private static ChartSpec.Swing swing(String name, ChartSpec.@Nullable End below, ChartSpec.@Nullable End above) {
        return new ChartSpec.Swing(name, "300", below, above);
    }

    private static ChartSpec.End end(long ratio, String shown) {
        return new ChartSpec.End(BigDecimal.valueOf(ratio), shown);
    }
}
