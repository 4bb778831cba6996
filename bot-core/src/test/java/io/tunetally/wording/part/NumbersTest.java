package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumbersTest {
    @ParameterizedTest
    @CsvSource({"36.699996, $36.70", "1234.5, '$1,234.50'", "0.492031, $0.492", "0.23, $0.23", "0.00225, $0.00225"})
    void amountsOfArithmeticHaveNoMoreDigitsThanDecide(String usd, String written) {
        assertThat(Numbers.amount(Money.of(usd))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | $0.00
            0.000001   | < $0.01
            0.0099     | < $0.01
            0.01       | $0.01
            0.014999   | $0.01
            0.015      | $0.02
            14.625     | $14.63
            14.6249    | $14.62
            999.994    | $999.99
            999.995    | $1,000
            1234.5     | $1,235
            9999.99    | $10,000
            1234567.89 | $1,234,568
            """)
    void roundsMoneyHalfUpToCentsAndFromAThousandToDollars(String usd, String written) {
        assertThat(Numbers.money(Money.of(usd))).isEqualTo(written);
    }

    @Test
    void writesABandWithBothEndsAndOnceWhereTheyReadTheSame() {
        assertThat(Numbers.money(Band.of("0.216", "0.288"))).isEqualTo("$0.22-$0.29");
        assertThat(Numbers.money(Band.of("0.001", "0.002"))).isEqualTo("< $0.01");
        assertThat(Numbers.money(Band.of("7.5"))).isEqualTo("$7.50");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.4       | $0.40
            0.075     | $0.075
            0.0000005 | $0.000001
            14.625    | $14.625
            1023.1    | $1,023.10
            12023.1   | $12,023.10
            """)
    void writesAListedAmountWithTheDigitsItHas(String usd, String written) {
        assertThat(Numbers.listed(Money.of(usd))).isEqualTo(written);
    }

    @Test
    void writesUnitPricesWithTheirUnit() {
        assertThat(Numbers.unitPrice(UnitPrice.perMillionTokens(Band.of("25")))).isEqualTo("$25.00 / 1M tokens");
        assertThat(Numbers.unitPrice(UnitPrice.each(Band.of("1.99", "5.49"), Unit.GPU_HOUR)))
                .isEqualTo("$1.99-$5.49 / GPU-hour");
        assertThat(Numbers.unitPrice(new UnitPrice(Band.of("378"), BigDecimal.valueOf(30), Unit.DAY)))
                .isEqualTo("$378.00 / 30 days");
    }

    @Test
    void groupsCountsAndKeepsTwoDecimals() {
        assertThat(Numbers.count(1_500_000)).isEqualTo("1,500,000");
        assertThat(Numbers.count(new BigDecimal("33.335"))).isEqualTo("33.34");
        assertThat(Numbers.range(new BigDecimal("500"), new BigDecimal("1000"))).isEqualTo("500-1,000");
        assertThat(Numbers.range(BigDecimal.ONE, BigDecimal.ONE)).isEqualTo("1");
    }

    @Test
    void saysOneInTheSingular() {
        assertThat(Numbers.quantity(Quantity.of(1, Unit.HOUR))).isEqualTo("1 hour");
        assertThat(Numbers.quantity(Quantity.of(2, Unit.HOUR))).isEqualTo("2 hours");
        assertThat(Numbers.quantity(Quantity.of(0, 1, Unit.HOUR))).isEqualTo("0-1 hours");
    }

    @Test
    void writesAShareAsAPercentage() {
        assertThat(Numbers.percent(new BigDecimal("0.9"))).isEqualTo("90 %");
        assertThat(Numbers.percent(new BigDecimal("0.125"))).isEqualTo("12.5 %");
    }
}
