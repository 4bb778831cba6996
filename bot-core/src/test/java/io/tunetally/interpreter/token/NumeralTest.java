package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumeralTest {
    @ParameterizedTest
    @CsvSource({"5, 3, 5000", "1.5, 3, 1500", "0.25, 2, 25", "7, 0, 7", "2, 15, 2000000000000000"})
    void isScaledByAPowerOfTen(BigDecimal value, int power, BigDecimal scaled) {
        assertThat(Numeral.scaled(value, power)).isEqualByComparingTo(scaled);
    }

    @ParameterizedTest
    @CsvSource({"m, 5000000", "b, 5000000000", "' ', 5"})
    void aSuffixIsAMultiplierOnceSomethingIsCounted(char suffix, BigDecimal counted) {
        Numeral numeral = new Numeral(BigDecimal.valueOf(5), null, 0, suffix, false, List.of());
        assertThat(Amounts.counted(numeral).value()).isEqualByComparingTo(counted);
    }

    @Test
    void bothEndsOfARangeAreScaled() {
        Numeral range =
                Numeral.of(BigDecimal.ONE).to(Numeral.of(BigDecimal.TWO)).times(3);
        assertThat(range.isRange()).isTrue();
        assertThat(range.value()).isEqualByComparingTo("1000");
        assertThat(range.high()).isEqualByComparingTo("2000");
    }

    @Test
    void aRangeIsApproximateWhereOneOfItsEndsIs() {
        Numeral about = Numeral.of(BigDecimal.TWO).approximately();
        assertThat(Numeral.of(BigDecimal.ONE).to(about).approximate()).isTrue();
        assertThat(Numeral.of(BigDecimal.ONE).to(Numeral.of(BigDecimal.TWO)).approximate())
                .isFalse();
    }

    @Test
    void aNegativeNumberHasOneReading() {
        Numeral ambiguous =
                new Numeral(BigDecimal.ONE, null, 0, ' ', false, List.of(BigDecimal.ONE, BigDecimal.valueOf(1000)));
        assertThat(ambiguous.isAmbiguous()).isTrue();
        assertThat(ambiguous.negated().isAmbiguous()).isFalse();
        assertThat(ambiguous.negated().value()).isEqualByComparingTo("-1");
    }
}
