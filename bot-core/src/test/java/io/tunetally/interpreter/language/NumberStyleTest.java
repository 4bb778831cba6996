package io.tunetally.interpreter.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberStyleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.500 | , | 2500",
                "1.234.567 | , | 1234567",
                "1.234,56 | , | 1234.56",
                "0,125 | , | 0.125",
                "1,5 | , | 1.5",
                "1.5 | , | 1.5",
                "1,500 | , | 1500",
                "1,234.56 | , | 1234.56",
                "12,25 | , | 12.25",
                "2,500 | . | 2500",
                "1.5 | . | 1.5",
                "2500 | . | 2500"
            })
    void readsGroupsAndDecimalsOfTheLanguage(String text, char mark, String value) {
        NumberStyle.Written written = new NumberStyle(mark).read(text, 0);
        assertThat(written).isNotNull();
        assertThat(written.value()).isEqualByComparingTo(value);
        assertThat(written.end()).isEqualTo(text.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "27.11.2026 | ,",
                "3.1.2 | ,",
                "1,5,10 | ,",
                "8:30 | ,",
                "1/2 | ,",
                "1,5 | .",
                "1.111.111.111.111.111.111.111.111.111.111.111 | ,"
            })
    void leavesDatesTimesVersionsAndLists(String text, char mark) {
        assertThat(new NumberStyle(mark).read(text, 0)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.500 | . | 1.500", "2.500 x | , | 2500"})
    void aPointGroupsOnlyWhereTheCommaIsDecimal(String text, char mark, String value) {
        assertThat(new NumberStyle(mark).read(text, 0))
                .extracting(NumberStyle.Written::value)
                .hasToString(value);
    }
}
