package io.tunetally.interpreter.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FewShotLengthsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Our prompts have 3 few-shot examples of 400 tokens each. 50k calls a day on gpt-4.1-mini, break even?|1200",
                "5 examples of 300 tokens in the prompt, 10k a day, gpt-4.1-mini, break even?|1500",
                "System prompt 800 tokens plus 4 few-shot examples of 150. Break even for gpt-4.1-mini at 20k calls a day?|1400"
            })
    void multipliesTheirLength(String said, long prompt) {
        assertThat(BuiltIn.read(said).slots().value(SlotName.PROMPT_TOKENS)).isEqualTo(prompt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Our prompts have 3 few-shot examples of 400 tokens each, tuning would drop them|0",
                "System prompt 800 tokens plus 4 shots of 150 tokens, tuned we drop the shots|800"
            })
    void leavesTheRestOfThePrompt(String said, long tuned) {
        String asked = said + ". gpt-4.1-mini, 20k calls a day, when do we break even?";
        assertThat(BuiltIn.read(asked).slots().value(SlotName.TUNED_PROMPT_TOKENS))
                .isEqualTo(tuned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Train gpt-4.1-mini on 50 examples of 200 tokens each in the prompt format, cost?",
                "What do 50 examples of 200 tokens each cost on gpt-4.1-mini?"
            })
    void leavesDataAlone(String said) {
        assertThat(BuiltIn.read(said).canonical()).contains("50 examples 200 tokens per example");
    }
}
