package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each message is about Llama 3.1 8B; the name is the provider's only if it can be nothing else. */
final class ProviderDisambiguatorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what would llama 8b cost on together? | together",
                "we are running it on together now, what would llama 8b cost? | together",
                "we got it from together last week, what would llama 8b cost? | together",
                "what would llama 8b cost, from the fireworks platform? | fireworks",
                "llama 8b, together, 1 epoch | together",
                "cost llama 8b together | together",
                "what would llama 8b cost (together)? | together",
                "what would llama 8b cost with fireworks or together? | fireworks, together",
                "what does together cost for llama 8b? | together",
                "does together support llama 8b, and what would it cost? | together",
                "we're thinking fireworks, what would llama 8b cost? | fireworks",
                "it has to be bedrock, what would llama 8b cost? | bedrock",
                "our Vertex tuning job: what would llama 8b cost? | google",
                "Fireworks support told us to ask what llama 8b would cost | fireworks",
                "Fireworks has llama 8b, what would it cost? | fireworks",
                "what would llama 8b cost? what about together? | together"
            })
    void isTheProvider(String text, String providers) {
        String slot = providers.contains(",") ? "providers=" : "provider=";
        assertThat(Stages.slots(Stages.filled(text))).contains(slot + providers.replace(", ", ","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what do training and inference together cost for llama 8b?",
                "Together with my team I ask: what would llama 8b cost?",
                "we put this together for the review, what would llama 8b cost?",
                "we watched the fireworks at night, what would llama 8b cost?"
            })
    void isAnEverydayWord(String text) {
        assertThat(Stages.slots(Stages.filled(text)))
                .contains("models=llama-3.1-8b")
                .doesNotContain("provider");
    }
}
