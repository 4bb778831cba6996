package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.engine.analysis.BreakEven;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BreakEvenVerdictTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1 | 0.1 | 3 days",
                "0.02 | 0.02 | 1 day",
                "0.5 | 0.9 | 15-27 days",
                "1 | 1 | 1 month",
                "2.04 | 2.04 | 2 months",
                "2.05 | 2.05 | 2.1 months",
                "2 | 3.5 | 2-3.5 months",
                "0.5 | 3 | 15 days to 3 months",
                "3 | | 3 months or never"
            })
    void writesTimeInDaysBelowAMonth(BigDecimal low, BigDecimal high, String written) {
        assertThat(BreakEvenVerdict.time(new BreakEven.Ends(low, high))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "75000 | 75000 | 0 | 75,000",
                "1000 | 2000 | 0 | 1,000-2,000",
                "1000 | | 0 | 1,000 or never",
                "1.04 | 1.02 | 1 | 1",
                "1.25 | 1.25 | 1 | 1.3"
            })
    void writesBothEndsOnceWhereTheyReadTheSame(BigDecimal low, BigDecimal high, int decimals, String written) {
        assertThat(BreakEvenVerdict.ends(new BreakEven.Ends(low, high), decimals))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 request",
        "2, 2 requests",
        "1-2, 1-2 requests",
        "1 or never, 1 request or never",
        "5 or never, 5 requests or never"
    })
    void saysOneInTheSingular(String count, String written) {
        assertThat(BreakEvenVerdict.counted(count, "request")).isEqualTo(written);
    }
}
