package io.tunetally.interpreter.length;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExamplePartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "system 600, user 250, assistant 180 tokens, 4k examples, 4.1-nano | 1030",
                "Each example has a 1,100 token system prompt, 200 user, 150 assistant. 6,000 of them, 4.1-nano | 1450",
                "15k completions at 180 tok + 700 tok prompts, 4.1-nano 2 epochs | 880",
                "chosen 420 rejected 390 prompt 250 tok, 6.5k pairs dpo llama 8b | 1060",
                "each training example has a 900 token system prompt and about 250 tokens of chat, 4k of them, 4o-mini | 1150",
                "2,000 examples, 1,100 tokens of instructions each plus 400 tokens of conversation, gpt-4.1 | 1500",
                "every row has a 600-token prompt plus a 150 token question and an 80 token answer. 3k rows, 4o-mini | 830",
                "4o-mini, 5k rows, each with 900 tokens of prompt and 100 tokens of answer, and then 2k requests a day at 700 in | 1000"
            })
    void theyAddUpToItsLength(String text, long tokens) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.TOKENS_PER_EXAMPLE))
                .isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4o-mini, 5k rows, each request has a 900 token prompt and 200 tokens of text, 400 requests a day | 900",
                "4o-mini, every call sends a 900 token prompt plus a 200 token question, 400 calls a day, 5k rows | 900"
            })
    void thoseOfARequestDoNot(String text, long promptTokens) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.PROMPT_TOKENS)).isEqualTo(promptTokens);
        assertThat(slots.has(SlotName.TOKENS_PER_EXAMPLE)).isFalse();
    }

    @Test
    void aDoubtShowsTheSum() {
        assertThat(BuiltIn.read("each row has a 900 token system prompt and 250 tokens of chat, 4k rows, 4.1-nano")
                        .doubts())
                .extracting(Interpretation.Doubt::text)
                .doesNotContain("900 token");
    }
}
