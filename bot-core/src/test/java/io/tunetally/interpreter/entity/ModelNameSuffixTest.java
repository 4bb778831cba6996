package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelNameSuffixTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qwen 32b | '' | 32b | ''",
                "qwen 2.5 72b | 2.5 | 72b | ''",
                "qwen-2.5-72b-instruct | 2.5 | 72b | ''",
                "qwen 3 epochs | '' | | ''",
                "gemini pro | '' | | pro",
                "qwen 2 | 2 | | ''"
            })
    void readsVersionSizeAndTiersBehindAFamily(String text, String version, String size, String tiers) {
        ParseState state = Stages.drafted(text);
        ModelNameSuffix suffix = ModelNameSuffix.after(state, 0, true);
        assertThat(suffix.version()).isEqualTo(version);
        assertThat(suffix.size()).isEqualTo(size);
        assertThat(suffix.tiers()).isEqualTo(tiers);
        assertThat(suffix.isPlain()).isEqualTo(tiers.isEmpty());
    }

    @Test
    void aTunedModelsIdGoesOnToTheNextSpace() {
        ParseState state = Stages.drafted("ft:gpt-4o:my-org::abc123 1k examples");
        int model = Stages.place(state, "ft:gpt-4o");
        ModelNameSuffix suffix = ModelNameSuffix.ofTuned(state, model);
        assertThat(state.typed(model, suffix.last())).isEqualTo("ft:gpt-4o:my-org::abc123");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"qwen-7b-chat 1k rows | qwen-7b-chat", "qwen-7b-it | qwen-7b-it", "qwen 7b it is | qwen 7b"})
    void anEverydayWordIsPartOfANameOnlyBehindAHyphen(String text, String name) {
        ParseState state = Stages.drafted(text);
        assertThat(state.typed(0, ModelNameSuffix.after(state, 0, true).last())).isEqualTo(name);
    }
}
