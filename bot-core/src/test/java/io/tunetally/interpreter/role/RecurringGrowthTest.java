package io.tunetally.interpreter.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Growth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecurringGrowthTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tco llama 8b on together 1000 requests/day growing 10% a month for a year | 1000 | growing 10% a month",
                "tco gpt-4.1-mini 2000 requests a day, traffic grows 5% weekly | 2000 | growing 5% a week",
                "running cost qwen3-8b 500 req/day with 10% mom growth, 12 months | 500 | growing 10% a month",
                "tuned gpt-4.1-mini with 1000 requests a day doubling every quarter for a year, what does it cost?"
                        + " | 1000 | growing 100% a quarter",
                "we start at 200 a day and add 50 a month on a tuned qwen3-8b, what does the first year cost?"
                        + " | 200 | growing by 50 a month",
                "We expect a monthly growth of 7% on 900 requests a day. Cost of tuned qwen3-8b over 18 months?"
                        + " | 900 | growing 7% a month",
                "qwen3-8b 1000 req/day, +15%/month, 1 year total | 1000 | growing 15% a month",
                "our user base doubles every six months; today 400 requests a day on qwen3-8b, cost for 24 months?"
                        + " | 400 | growing 100% every 180 days",
                "traffic of 800 a day shrinks 3% every month, tuned qwen3-8b, one year | 800 | falling 3% a month",
                "tco qwen3-8b 10k requests a day growing 20% year over year, 3 years | 10000 | growing 20% a year",
                "tco qwen3-8b 1000 requests/day growing 5-10% a month | 1000 | growing 5-10% a month"
            })
    void trafficGrowsFromStepToStep(String text, String perDay, String growth) {
        Slots read = BuiltIn.read(text).slots();
        assertThat(read.value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo(perDay);
        assertThat(written(read)).isEqualTo(growth);
    }

    private static String written(Slots slots) {
        Slot<Growth> growth = slots.get(SlotName.GROWTH);
        return growth == null ? "" : CanonicalText.growth(growth.value(), growth.high());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tco qwen3-8b 1000 requests/day 12 months | what if it grows 10% a month? | growing 10% a month",
                "tco qwen3-8b 1000 requests/day growing 10% a month | make it 20% | growing 20% a month",
                "tco qwen3-8b 1000 requests/day growing 10% a month | without the growth | ''"
            })
    void aConversationChangesTheGrowth(String before, String text, String growth) {
        Request remembered = BuiltIn.read(before).request();
        Interpretation read = BuiltIn.read(text, remembered);
        assertThat(read.slots().value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo("1000");
        assertThat(written(read.slots())).isEqualTo(growth);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fine-tune gpt-4.1-mini, our data grows 10% a month, 5000 examples",
                "we have 5000 examples and add 40 a week, cost of gpt-4.1-mini",
                "1000 requests a day on qwen3-8b, revenue grows 10% a month, what does it cost?",
                "1000 requests a day on qwen3-8b, prices fall 5% a year, what does it cost?",
                "1000 requests a day on qwen3-8b, 30% cached, 12 months",
                "200 mails a day plus 10% growth on qwen3-8b, what does a year cost?",
                "cost of qwen3-8b, traffic 1,000 a day growing 10%",
                "my mom asks 20 questions a day, cost of tuned qwen3-8b"
            })
    void whatGrowsBesidesTrafficIsNone(String text) {
        assertThat(BuiltIn.read(text).slots().has(SlotName.GROWTH)).isFalse();
    }
}
