package io.tunetally.interpreter.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OneDayTrafficTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20000 requests in one day, what do they cost on tuned gpt-4.1-mini | 20000",
                "one-day event, 20,000 visitors ask one question each, tuned gpt-4.1-mini, cost? | 20000",
                "what do 50,000 requests on a single day cost on tuned qwen3-8b | 50000",
                "30k requests on launch day, tuned qwen3-8b | 30000",
                "black friday: 200k requests that day on tuned qwen3-8b, what do we pay for it | 200000",
                "conference on Saturday: 3,000 attendees, 4 questions each, tuned qwen3-8b | 12000",
                "launch day: 12k users with 3 messages each, tuned qwen3-8b. cost? | 36000"
            })
    void aDayThatDoesNotComeAgainIsPricedAlone(String text, String perDay) {
        Interpretation read = BuiltIn.read(text);
        assertThat(read.slots().value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo(perDay);
        assertThat(read.slots().value(SlotName.DAYS)).isEqualTo(1);
        assertThat(read.unused()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20k requests a day on tuned gpt-4.1-mini | 20000",
                "20k requests in a day on tuned gpt-4.1-mini | 20000",
                "we process 8000 mails in one day, tuned qwen3-8b, cost | 8000",
                "We receive 35 inquiry mails in one day. I want to know one year cost of tuned gpt-4o-mini | 35"
            })
    void trafficOfEveryDayIsNot(String text, String perDay) {
        Interpretation read = BuiltIn.read(text);
        assertThat(read.slots().value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo(perDay);
        assertThat(read.slots().has(SlotName.DAYS)).isFalse();
    }
}
