package io.tunetally.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GrowthTest {
    @ParameterizedTest
    @CsvSource({
        // 1000 x (1.1^12 - 1) / 0.1 / 12
        "1000, 10, true, 30, 360, 1782.0236472675",
        // 1000 x (1 + 2 + 4 + 8) / 4
        "1000, 100, true, 90, 360, 3750",
        // 200 + 50 x (0 + 1 + ... + 11) / 12
        "200, 50, false, 30, 360, 475",
        // (30 x 1000 + 20 x 1100) / 50: the last step is cut short
        "1000, 10, true, 30, 50, 1040",
        // 800 x (1 - 0.97^12) / 0.03 / 12
        "800, -3, true, 30, 360, 680.35030889902666601102",
        "1000, 10, true, 30, 30, 1000"
    })
    void aPeriodCostsAsMuchAsItsMeanTraffic(
            String atFirst, String amount, boolean percent, long everyDays, long days, String mean) {
        Growth growth = new Growth(new BigDecimal(amount), percent, everyDays);
        assertThat(growth.mean(new BigDecimal(atFirst), days)).isEqualByComparingTo(mean);
    }

    @ParameterizedTest
    @CsvSource({
        "10, true, 30, growing 10% a month",
        "-5.5, true, 7, falling 5.5% a week",
        "50, false, 90, growing by 50 a quarter",
        "20, true, 360, growing 20% a year",
        "2, true, 1, growing 2% a day",
        "100, true, 14, growing 100% every 14 days"
    })
    void isWrittenAsItIsTyped(String amount, boolean percent, long everyDays, String written) {
        assertThat(new Growth(new BigDecimal(amount), percent, everyDays)).hasToString(written);
    }

    @Test
    void leavesSomeTraffic() {
        BigDecimal all = BigDecimal.valueOf(-100);
        assertThatThrownBy(() -> new Growth(all, true, 30)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Growth(all, false, 30)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Growth(BigDecimal.ONE, true, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
