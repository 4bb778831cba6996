package io.tunetally.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoundedTest {
    @ParameterizedTest
    @CsvSource({
        "33333.333333, 33333",
        "1333.333333, 1333",
        "999.999, 1000",
        "16.666667, 16.67",
        "1.87583333333, 1.88",
        "2.50, 2.5",
        "0.033333, 0.03",
        "0.000417, 0.0004",
        "0, 0",
        "1000000, 1000000"
    })
    void aNumberIsRoundedToWhatDecidesSomething(BigDecimal number, String rounded) {
        assertThat(Rounded.of(number).toPlainString()).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "tco llama-3.1-8b 33333.333333 requests/day, tco llama-3.1-8b 33333 requests/day",
        "cost gpu h100 1.87583333333 training hours, cost gpu h100 1.88 training hours",
        "cost $2.0988 per gpu hour, cost $2.0988 per gpu hour",
        "tco gpt-4.1-mini 2.5 requests/day, tco gpt-4.1-mini 2.5 requests/day",
        "10-33.333333 requests/day, 10-33.33 requests/day"
    })
    void aCommandIsShownWithoutThePlacesThatNobodyTypes(String command, String shown) {
        assertThat(Rounded.text(command)).isEqualTo(shown);
    }
}
