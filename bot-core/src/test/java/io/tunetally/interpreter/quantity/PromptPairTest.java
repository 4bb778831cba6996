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
                "prompt from 2000 to 100 tokens | 2000 | 100",
                "the prompt would shrink from 1800 to 250 tokens | 1800 | 250",
                "a 1800 token prompt; after fine-tuning it would be 150 tokens | 1800 | 150",
                "the prompt drops from 1800 tokens to 150 tokens | 1800 | 150",
                "my prompt is 3000 tokens and would shrink to 200 | 3000 | 200",
                "prompt tokens 2200 before, 150 after | 2200 | 150"
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
