package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.runtime.Assembly;
import io.tunetally.storage.bounded.ProcessMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The message about a number outside its slot's limits says why it is rejected. */
final class LimitsWordingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final Interpreter INTERPRETER = Assembly.of(
                    Map.of(), CLOCK, new ProcessMemory(Duration.ofHours(1), CLOCK))
            .interpreter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tco gpt-4o 0 requests/day|requests/day must be more than 0 and at most 10,000,000,000.",
                "tco gpt-4o 20000000000 requests/day|requests/day must be more than 0 and at most 10,000,000,000.",
                "cost gpt-4o 2.5 epochs|epochs must be a whole number, 1 to 100.",
                "cost gpt-4o 2.5-3 epochs|epochs must be a whole number, 1 to 100.",
                "cost gpt-4o 0 epochs|epochs must be 1 to 100.",
                "cost gpt-4o 500 epochs|epochs must be 1 to 100.",
                "tco gpt-4o 1.23 months|months must be a whole number, 1 to 120."
            })
    void saysWhyANumberIsNotTaken(String asked, String why) {
        assertThat(Wording.doubts(INTERPRETER.read(asked, Markup.PLAIN, true, null)))
                .singleElement()
                .asString()
                .endsWith(why);
    }
}
