package io.tunetally.interpreter.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WholeContextTest {
    @Test
    void isTheLengthOfASequenceWhereNothingIsSent() {
        Slots slots =
                BuiltIn.read("qlora llama 70b, 16k context, 5k examples, cost?").slots();
        assertThat(slots.value(SlotName.SEQUENCE_LENGTH)).isEqualTo(16_000);
        assertThat(slots.has(SlotName.PROMPT_TOKENS)).isFalse();
    }

    @Test
    void isTheInputOfARequest() {
        Slots slots = BuiltIn.read("llama 8b lora, 2k context, 800 requests a day, cost?")
                .slots();
        assertThat(slots.value(SlotName.INPUT_TOKENS)).isEqualTo(2_000);
        assertThat(slots.has(SlotName.PROMPT_TOKENS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2k of 2.5k prompt tokens are a cached prefix, tuned 4.1-nano 40k requests a day | 2500 | 80",
                "prompt 3k (2.4k cached), 150 out, 12k calls/day, tuned 4.1-mini monthly | 3000 | 80",
                "1,800 of the 2,400 prompt tokens hit the cache, tuned 4.1-nano, 20k calls a day | 2400 | 75",
                "1,200 tokens of the 1,500 token prompt are cacheable, ft 4o-mini, 30k req/day | 1500 | 80",
                "tuned nano 20k calls/day, prompt 2,000 tokens, cached 60%, 100 out | 2000 | 60",
                "tuned nano 20k calls/day, 2,000 tokens of prompt cached, 300 out | 2000 | 100"
            })
    void cachedTokensAreAShareOfThePrompt(String text, long prompt, BigDecimal percent) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.PROMPT_TOKENS)).isEqualTo(prompt);
        assertThat(slots.value(SlotName.CACHED_PERCENT)).isEqualByComparingTo(percent);
        assertThat(slots.has(SlotName.EXAMPLES)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut the prompt by 2k tokens, from 2.6k to 600: break even for 4.1-mini at 8k req/day?",
                "saves 2,000 prompt tokens per call (2600 -> 600), 4.1-mini 8k req/day, pays off when?",
                "cut the prompt from 2.6k to 600: break even for 4.1-mini at 8k req/day?"
            })
    void tokensThatAreCutAreNoPrompt(String text) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.PROMPT_TOKENS)).isEqualTo(2_600);
        assertThat(slots.value(SlotName.TUNED_PROMPT_TOKENS)).isEqualTo(600);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "few-shot prompt 12 examples x 250 tok goes away, 40k req/d, 4.1-mini, break even? | 3000",
                "break even 4.1-mini 10k calls/day if we drop 8 few-shots of 300 tokens each | 2400",
                "prompts are 2.2k on average, 12k req/d, 150 out, tuned gpt-oss-20b, per month | 2200",
                "prompt averages 2.2k, 12k req/d, 150 out, tuned gpt-oss-20b, per month | 2200"
            })
    void shotsAndAveragesAreThePrompt(String text, long prompt) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.PROMPT_TOKENS)).isEqualTo(prompt);
        assertThat(slots.has(SlotName.EXAMPLES)).isFalse();
    }

    @Test
    void promptsThatAreTrainedOnAreCounted() {
        Slots slots = BuiltIn.read("5k prompts, 500 tok avg, llama 8b cost").slots();
        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(5_000);
        assertThat(slots.value(SlotName.TOKENS_PER_EXAMPLE)).isEqualTo(500);
    }

    @Test
    void anAverageOfTheInputIsThatOfRequests() {
        Slots slots = BuiltIn.read("1k tok avg input, 30 tok output, 2.2M req/mo, tuned 4.1-nano azure")
                .slots();
        assertThat(slots.value(SlotName.INPUT_TOKENS)).isEqualTo(1_000);
        assertThat(slots.has(SlotName.TOKENS_PER_EXAMPLE)).isFalse();
    }
}
