package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.interpreter.WrittenNumber;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("discord-23")
class WrittenNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000|1000",
                "1,000|1000",
                "1 000 000|1000000",
                "1'000|1000",
                "1k|1000",
                "10 K|10000",
                "1.5k|1500",
                "2M|2000000",
                "14.285714|14.285714",
                " 5 |5",
                "0|0",
                "1e6|1000000"
            })
    void readsNumbersLikeAMessage(String text, BigDecimal value) {
        assertThat(WrittenNumber.of(text))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "many",
                "many; =x",
                "-5",
                "1-2",
                "1k examples",
                "2026-11-25",
                "3.11.2",
                "12:30",
                "k",
                "1kk",
                "$5",
                "5%",
                "ten"
            })
    void readsNothingElse(String text) {
        assertThat(WrittenNumber.of(text)).isEmpty();
    }
}
