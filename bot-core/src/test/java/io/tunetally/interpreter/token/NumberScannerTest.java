package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberScannerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "7 | 7",
                "1000 | 1000",
                "1,000 | 1000",
                "1 000 000 | 1000000",
                "1'000 | 1000",
                "1_000 | 1000",
                "1.5 | 1.5",
                "0.25 | 0.25",
                "1.000.000 | 1000000",
                "1.200,50 | 1200.50",
                "2.500,00 | 2500",
                "12.345.678,5 | 12345678.5",
                "1,234,567.89 | 1234567.89",
                "1e6 | 1000000",
                "2e-5 | 0.00002",
                "1.5e3 | 1500",
                "10^3 | 1000",
                "999999999999999999 | 999999999999999999",
                "1234567890123456789 | 1234567890123456780"
            })
    void readsGroupsDecimalsAndPowers(String text, BigDecimal value) {
        NumberScanner scanner = scan(text, false);
        assertThat(scanner.isCode()).isFalse();
        assertThat(scanner.end()).isEqualTo(text.length());
        assertThat(scanner.numeral().value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.000 | 1 | 1000", "12.500 | 12.5 | 12500", "1,5 | 1.5 | 15", "1,25 | 1.25 | 125"})
    void aStyleThatCanBeReadTwoWaysKeepsBoth(String text, BigDecimal one, BigDecimal other) {
        assertThat(scan(text, false).numeral().readings())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(one, other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1,000", "1.5", "0.125", "1234.567", "1 000", "1.000.000"})
    void aPlainStyleIsReadOneWay(String text) {
        assertThat(scan(text, false).numeral().isAmbiguous()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.200,500 | 1200.500", "1.200,50,3 | 1200.50"})
    void aCommaBehindGroupsLeadsToNoMoreThanCents(String text, BigDecimal misread) {
        assertThat(scan(text, false).numeral().value()).isNotEqualByComparingTo(misread);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25", "25/11/2026", "12:30", "12:30:15", "3.11.2", "1,5,10", "2^10"})
    void datesTimesVersionsAndListsAreNoNumbers(String text) {
        assertThat(scan(text, false).isCode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 500k | 3 | 1",
                "4 100b | 4 | 1",
                "12 34 | 12 | 2",
                "1,00 | 1 | 4",
                "3 epochs | 3 | 1",
                "3.x | 3 | 1",
                "1ex | 1 | 1"
            })
    void stopsWhereTheNumberEnds(String text, BigDecimal value, int end) {
        NumberScanner scanner = scan(text, false);
        assertThat(scanner.end()).isEqualTo(end);
        assertThat(scanner.numeral().value()).isEqualByComparingTo(value);
    }

    @Test
    void afterItsUnitASecondGroupCountsTheNextUnit() {
        assertThat(scan("3 500 tokens", true).numeral().value()).isEqualByComparingTo("3");
        assertThat(scan("3 500 tokens", false).numeral().value()).isEqualByComparingTo("3500");
        assertThat(scan("1 800, epochs 2", true).numeral().value()).isEqualByComparingTo("1800");
        assertThat(scan("1 000 tokens", true).numeral().value()).isEqualByComparingTo("1000");
    }

    @Test
    void aMultiplierScalesEveryReading() {
        NumberScanner scanner = scan("1.500", false);
        assertThat(scanner.times(3).readings())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("1500"), new BigDecimal("1500000"));
    }

    private static NumberScanner scan(String text, boolean named) {
        NumberScanner scanner = new NumberScanner(text, text.length());
        scanner.scan(0, named, false);
        return scanner;
    }
}
