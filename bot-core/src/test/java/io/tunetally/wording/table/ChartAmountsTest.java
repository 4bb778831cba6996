package io.tunetally.wording.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.ChartSpec;
import io.tunetally.units.Band;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChartAmountsTest {
    @ParameterizedTest
    @CsvSource({"37.5, 37.5, $37.50", "0.216, 0.288, $0.22-$0.29", "0, 0, $0.00"})
    void keepsBothEndsExactAndShowsThemRounded(String low, String high, String shown) {
        assertThat(ChartAmounts.amount(Band.of(low, high)))
                .isEqualTo(new ChartSpec.Amount(new BigDecimal(low), new BigDecimal(high), shown));
    }
}
