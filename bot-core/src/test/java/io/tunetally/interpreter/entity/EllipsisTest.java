package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.Mention;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EllipsisTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llama 8b or 70b | llama-3.1-8b; llama-3.3-70b",
                "llama 8b, 70b | llama-3.1-8b; llama-3.3-70b",
                "llama 8b vs 70b | llama-3.1-8b; llama-3.3-70b",
                "llama 8b or a 70b | llama-3.1-8b; llama-3.3-70b",
                "compare qwen3 4b 8b 14b lora | qwen3-4b; qwen3-8b; qwen3-14b",
                "compare qwen3 8b 14b | qwen3-8b; qwen3-14b",
                "8b/70b llama | llama-3.1-8b; llama-3.3-70b",
                "7b/13b llama | llama 7b; llama 13b",
                "4.1 or 4.1-mini, cost | gpt-4.1; gpt-4.1-mini",
                "gpt-4.1-mini or nano | gpt-4.1-mini; gpt-4.1-nano"
            })
    void aFamilyIsSaidOnceForSeveralModels(String text, String ids) {
        assertThat(ids(text)).containsExactly(ids.split("; ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Qwen2-VL 2B against 7B with LoRA | qwen2-vl 2b; qwen2-vl 7b",
                "tuning Qwen2.5-3B and for 7B | qwen2.5-3b; qwen2.5-7b",
                "is Qwen2.5-3B cheaper to tune than the 14B | qwen2.5-3b; qwen2.5-14b",
                "my boss wants llama 70b, I'd go for 8b. What do they cost | llama-3.3-70b; llama-3.1-8b"
            })
    void anotherSizeSharesTheWholeName(String text, String ids) {
        assertThat(ids(text)).containsExactly(ids.split("; ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost 3 or gpt-4 | gpt-4",
                "cost 4 or gpt-4o | gpt-4o",
                "gpt-4o and 3 epochs | gpt-4o",
                "llama 8b and 1b tokens | llama-3.1-8b"
            })
    void aNumberThatCountsSomethingIsNoModel(String text, String ids) {
        assertThat(ids(text)).containsExactly(ids.split("; ", -1));
    }

    private static List<String> ids(String text) {
        return Stages.named(text).mentions.stream()
                .map(Mention::id)
                .map(String::valueOf)
                .toList();
    }
}
