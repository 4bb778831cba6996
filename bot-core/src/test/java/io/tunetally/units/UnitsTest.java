package io.tunetally.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitsTest {
    @Test
    void equalAmountsAreEqualHoweverTheyAreWritten() {
        assertThat(Money.of("7.5")).isEqualTo(Money.of("7.50")).hasSameHashCodeAs(Money.of("7.500"));
        assertThat(Money.of("100")).isEqualTo(new Money(new BigDecimal("1E+2")));
    }

    @Test
    void writesAnAmountInFullWithAtLeastTwoPlaces() {
        assertThat(Money.of("37.5").toDecimal()).isEqualTo("37.50");
        assertThat(Money.of("14.625").toDecimal()).isEqualTo("14.625");
        assertThat(Money.of("1000000").toDecimal()).isEqualTo("1000000.00");
        assertThat(Money.ZERO.toDecimal()).isEqualTo("0");
        assertThat(new Money(new BigDecimal("1E-9")).toDecimal()).isEqualTo("0.000000001");
    }

    @Test
    void neverRoundsAProduct() {
        UnitPrice price = UnitPrice.perMillionTokens(Band.of("0.48"));
        assertThat(price.of(Quantity.of(1, Unit.TOKEN))).isEqualTo(Band.of("0.00000048"));
    }

    @Test
    void keepsThirtyFourDigitsWhereAMonthDoesNotDivide() {
        UnitPrice perMonth = new UnitPrice(Band.of("1"), BigDecimal.valueOf(30), Unit.DAY);
        assertThat(perMonth.of(Quantity.of(1, Unit.DAY)).low().toDecimal())
                .isEqualTo("0.03333333333333333333333333333333333");
    }

    @Test
    void movesThePointAsADivisionWould() {
        qt().forAll(
                        longs().between(-1_000_000_000_000L, 1_000_000_000_000L),
                        integers().between(-9, 9))
                .check((digits, places) -> {
                    BigDecimal number = BigDecimal.valueOf(digits, 4);
                    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(places);
                    Money divided = new Money(number.divide(power, MathContext.DECIMAL128));
                    return new Money(Exact.quotient(number, power)).equals(divided);
                });
        assertThat(Exact.quotient(BigDecimal.TEN.pow(40).add(BigDecimal.ONE), BigDecimal.TEN))
                .isEqualByComparingTo("1E+39");
    }

    @Test
    void prorates50DaysOfAMonthExactly() {
        UnitPrice perMonth = new UnitPrice(Band.of("14.625"), BigDecimal.valueOf(30), Unit.DAY);
        assertThat(perMonth.of(Quantity.of(50, Unit.DAY))).isEqualTo(Band.of("24.375"));
    }

    @Test
    void refusesABandWhoseLowEndIsAboveItsHighEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Band.of("2", "1"))
                .withMessageContaining("low end $2.00 is above high end $1.00");
        assertThatIllegalArgumentException().isThrownBy(() -> new Range(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of(2, 1, Unit.TOKEN));
    }

    @Test
    void refusesToPriceHoursByTheToken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitPrice.perMillionTokens(Band.of("1")).of(Quantity.of(1, Unit.HOUR)))
                .withMessageContaining("a price per token cannot price 1 hour");
    }

    @Test
    void refusesAPricePerNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UnitPrice(Band.of("1"), BigDecimal.ZERO, Unit.TOKEN));
    }

    @Test
    void theCostOfTwoQuantitiesIsTheCostOfTheirSum() {
        UnitPrice price = UnitPrice.perMillionTokens(Band.of("0.144", "0.192"));
        qt().forAll(longs().between(0, 1_000_000_000_000L), longs().between(0, 1_000_000_000_000L))
                .checkAssert((one, other) -> {
                    Quantity first = Quantity.of(one, Unit.TOKEN);
                    Quantity second = Quantity.of(other, Unit.TOKEN);
                    assertThat(price.of(first).plus(price.of(second)))
                            .isEqualTo(price.of(Quantity.of(one + other, Unit.TOKEN)));
                });
    }

    @Test
    void scalingAQuantityScalesItsCost() {
        UnitPrice price = UnitPrice.perMillionTokens(Band.of("25"));
        qt().forAll(longs().between(0, 1_000_000_000L), longs().between(0, 1_000_000L))
                .checkAssert((tokens, factor) -> {
                    BigDecimal k = BigDecimal.valueOf(factor);
                    Quantity quantity = Quantity.of(tokens, Unit.TOKEN);
                    assertThat(price.of(Quantity.of(tokens * factor, Unit.TOKEN)))
                            .isEqualTo(price.of(quantity).times(k));
                });
    }

    @Test
    void aHullHoldsBothBands() {
        assertThat(Band.of("1", "2").hull(Band.of("4"))).isEqualTo(Band.of("1", "4"));
        assertThat(Band.of("3").hull(Band.of("1", "2"))).isEqualTo(Band.of("1", "3"));
    }

    @Test
    void comparesAmountsByTheirNumber() {
        Money one = Money.of("1");
        Money two = Money.of("2.00");
        assertThat(one.max(two)).isEqualTo(two);
        assertThat(two.max(one)).isEqualTo(two);
        assertThat(one.min(two)).isEqualTo(one);
        assertThat(two.min(one)).isEqualTo(one);
        assertThat(two.minus(one)).isEqualTo(one);
        assertThat(one.isPositive()).isTrue();
        assertThat(Money.ZERO.isPositive()).isFalse();
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(one.isZero()).isFalse();
        assertThat(two).hasToString("$2.00");
    }

    @Test
    void aBandIsExactOrNotAndZeroOrNot() {
        assertThat(Band.of("1").isExact()).isTrue();
        assertThat(Band.of("1", "2").isExact()).isFalse();
        assertThat(Band.ZERO.isZero()).isTrue();
        assertThat(Band.of("0", "1").isZero()).isFalse();
        assertThat(Band.of("1")).hasToString("$1.00");
        assertThat(Band.of("1", "2")).hasToString("$1.00-$2.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Band.of("1").times(new BigDecimal("-1")))
                .withMessageContaining("cannot be scaled by -1");
        assertThat(Band.of("1", "2").times(BigDecimal.ZERO)).isEqualTo(Band.ZERO);
    }

    @Test
    void aRangeIsCappedAtBothEnds() {
        assertThat(new Range(5, 20).cappedAt(10)).isEqualTo(new Range(5, 10));
        assertThat(new Range(15, 20).cappedAt(10)).isEqualTo(Range.exactly(10));
        assertThat(new Range(1, 2).isExact()).isFalse();
        assertThat(Range.exactly(3).isExact()).isTrue();
        assertThat(new Range(1, 2)).hasToString("1-2");
        assertThat(Range.exactly(3)).hasToString("3");
    }

    @Test
    void aQuantityIsNotNegativeAndNamesItsUnit() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantity.of(-1, Unit.TOKEN));
        assertThat(Quantity.of(1, 2, Unit.TOKEN)).hasToString("1-2 token");
        assertThat(Quantity.of(3, Unit.HOUR)).hasToString("3 hour");
        assertThat(Quantity.of(0, Unit.HOUR).isExact()).isTrue();
    }

    @Test
    void aPriceNamesItsUnit() {
        assertThat(UnitPrice.each(Band.of("1.70"), Unit.HOUR)).hasToString("$1.70 per 1 hour");
    }

    @Test
    void azuresWorkedExampleOfSupervisedTrainingHolds() {
        // one million tokens, two epochs, an example price of 2.00 per million
        Quantity billed = Quantity.of(2 * 1_000_000, Unit.TOKEN);
        assertThat(UnitPrice.perMillionTokens(Band.of("2.00")).of(billed)).isEqualTo(Band.of("4.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 12.5, 1.25, 1.25, false",
        "12, 10, 0.833333, 1.2, false",
        "10, 50, 5, 5, false",
        "10, 50.1, 5.01, 5.01, true",
        "50.1, 10, 0.199601, 5.01, true",
        "0, 0, 1, 1, false",
        "0, 1, , , true",
        "1, 0, 0, , true"
    })
    void aChangeOfMoreThanFiveTimesOrFromOrToZeroNeedsASecondLook(
            BigDecimal before, BigDecimal after, BigDecimal ratio, BigDecimal factor, boolean needed) {
        Change change = new Change(before, after);
        assertThat(change.ratio()).isEqualTo(Optional.ofNullable(ratio));
        assertThat(change.factor()).isEqualTo(Optional.ofNullable(factor));
        assertThat(change.needsSecondLook()).isEqualTo(needed);
    }
}
