package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PromptPairTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2000 token prompt vs 100 token prompt | 2000 | 100",
                "tuned with a 120 token prompt against the untuned one with a 2,400 token prompt | 2400 | 120",
                "prompt from 2000 to 100 tokens | 2000 | 100",
                "the prompt would shrink from 1800 to 250 tokens | 1800 | 250",
                "a 1800 token prompt; after fine-tuning it would be 150 tokens | 1800 | 150",
                "the prompt drops from 1800 tokens to 150 tokens | 1800 | 150",
                "my prompt is 3000 tokens and would shrink to 200 | 3000 | 200",
                "prompt tokens 2200 before, 150 after | 2200 | 150",
                "prompts shrink from 1,900 to 140 tokens | 1900 | 140",
                "with a shorter prompt, 1,600 tokens down to 90 | 1600 | 90",
                "prompt 1900 tokens after 210 tokens | 1900 | 210",
                "our instructions are 3,100 tokens. Tuned, it gets by with 260 | 3100 | 260",
                "a 2,700 token prompt with 12 few-shot examples, after tuning maybe 310 tokens | 2700 | 310"
            })
    void theFirstIsBeforeTuningAndTheSecondAfter(String text, String before, String after) {
        assertThat(Stages.candidates(Stages.counted("break even gpt-4o-mini, " + text)))
                .containsExactlyInAnyOrder("promptTokens=" + before, "tunedPromptTokens=" + after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000 token prompt", "2000 token prompt, 3 epochs", "prompt of 2000 tokens"})
    void onePromptIsThatBeforeTuning(String text) {
        assertThat(Stages.candidates(Stages.counted("break even gpt-4o-mini, " + text)))
                .contains("promptTokens=2000")
                .noneMatch(candidate -> candidate.startsWith("tunedPromptTokens"));
    }
}
