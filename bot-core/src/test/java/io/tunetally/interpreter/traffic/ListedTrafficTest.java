package io.tunetally.interpreter.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic of several places, of each of several customers, of a part of the day or of the requests. */
final class ListedTrafficTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 departments: HR 200, sales 500, support 1500 requests per day. One tuned gpt-oss-20b. Cost per month? | 2200",
                "two teams: legal 300 and finance 450 requests a day, tuned qwen3-8b, cost? | 750",
                "paris 900, lyon 400, nice 250 requests a day, tuned gpt-4.1-mini | 1550",
                "gpt-4.1-mini, 3 epochs, 500 requests a day | 500",
                "we have 12 customers, each 300 requests a day, tuned qwen3-8b, what do we pay a month? | 3600",
                "8 clinics, each 120 requests a day on tuned gpt-4.1-mini, monthly cost | 960",
                "400 tickets a day, each 200 tokens, tuned qwen3-8b cost | 400",
                "what if only 20% of our 50k requests a day go to the tuned qwen3-8b | 10000",
                "A/B test: half of 10k requests a day to tuned qwen3-8b for 2 weeks | 5000",
                "a third of our 9,000 requests a day would go to a tuned gpt-oss-20b, what does it cost | 3000",
                "30% of 50k requests a day are cached, tuned gpt-4.1-mini | 50000",
                "250 requests an hour from 8 to 18, tuned qwen3-8b, monthly | 2500",
                "100 requests an hour, 9 to 5, tuned qwen3-8b, cost | 800"
            })
    void countsTheRequestsOfAll(String text, String perDay) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo(perDay);
        assertThat(slots.has(SlotName.EXAMPLES)).isFalse();
    }
}
