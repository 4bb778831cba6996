package io.tunetally.interpreter.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestPartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "our prompt is 1500 tokens plus 300 tokens of user text, 2000 requests a day on tuned gpt-4.1-mini | 1500 | 300",
                "tuned qwen3-8b, 2k system prompt + 150 tokens question, 1000 requests a day | 2000 | 150",
                "1,200 instructions and 400 of chat history plus the user's 80 tokens, 500 requests a day on tuned gpt-4.1-mini"
                        + " | 1200 | 480",
                "every call sends 900 tokens of few-shot examples and 200 of text, 3k calls a day, tuned gpt-4.1-mini"
                        + " | 900 | 200",
                "prompt of 2,500 tokens and a document of 4,000 tokens per request, 200 requests a day on tuned gpt-4.1-mini"
                        + " | 2500 | 4000",
                "we send 1800 tokens of instructions with each message of about 60 tokens, 5k messages a day, tuned"
                        + " gpt-4.1-nano | 1800 | 60",
                "600 tokens prompt, 250 tokens ticket text, 100 tokens reply, 4000 tickets a day tuned gpt-4.1-mini | 600 | 250",
                "1500 token prompt plus 300 token user message, 2000 requests/day, break even gpt-4.1-mini | 1500 | 300"
            })
    void thePartsOfARequestAreItsPromptAndItsInput(String text, long prompt, long input) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.PROMPT_TOKENS)).isEqualTo(prompt);
        assertThat(slots.value(SlotName.INPUT_TOKENS)).isEqualTo(input);
        assertThat(slots.has(SlotName.TUNED_PROMPT_TOKENS)).isFalse();
        assertThat(slots.has(SlotName.TOKENS_PER_EXAMPLE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prompt 1500 tokens, after tuning 300 tokens, 2000 requests a day gpt-4.1-mini | 1500 | 300",
                "prompt shrinks from 1500 tokens to 300 tokens, tuned gpt-4.1-mini 2000 requests/day | 1500 | 300",
                "a 2000 token prompt vs 150 tokens, gpt-4.1-mini, 1000 requests/day | 2000 | 150"
            })
    void aPromptBeforeAndAfterTuningStaysOne(String text, long before, long after) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.PROMPT_TOKENS)).isEqualTo(before);
        assertThat(slots.value(SlotName.TUNED_PROMPT_TOKENS)).isEqualTo(after);
    }
}
