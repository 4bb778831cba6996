package io.tunetally.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.Stages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CompiledLexiconTest {
    private static final CompiledLexicon LEXICON = Stages.lexicon();

    @ParameterizedTest
    @CsvSource({"GPT-4o mini, gpt-4o-mini", "gpt4omini, gpt-4o-mini", "llama_3.1_8b, llama-3.1-8b", "gpt-9, "})
    void findsAModelHoweverItIsSpelt(String spelling, @Nullable String id) {
        assertThat(LEXICON.model(spelling)).isEqualTo(id == null ? null : new ModelId(id));
    }

    @ParameterizedTest
    @CsvSource({"GPT-4o mini, gpt4omini", "llama 3.1, llama3.1", "a.b, ab", ".5, 5", "3., 3"})
    void foldsCaseAndSeparatorsButNotAPointBetweenDigits(String spelling, String key) {
        assertThat(CompiledLexicon.key(spelling)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"Meta-Llama/Llama-3.1-8B, meta llama llama 3.1 8b", "gpt_4o, gpt 4o", "-x-, x"})
    void writesASpellingAsAPhrase(String spelling, String phrase) {
        assertThat(CompiledLexicon.normal(spelling)).isEqualTo(phrase);
    }

    @Test
    void knowsTheModelsOfAVersionAFamilyAndAPrefix() {
        assertThat(LEXICON.modelOfVersion("4.1")).isEqualTo(new ModelId("gpt-4.1"));
        Family llama = Objects.requireNonNull(LEXICON.familyOf(new ModelId("llama-3.1-8b")));
        Family gpt = Objects.requireNonNull(LEXICON.familyOf(new ModelId("gpt-3.5-turbo")));
        assertThat(LEXICON.modelsNamed(llama, "3")).contains(new ModelId("llama-3.1-8b"), new ModelId("llama-3.3-70b"));
        assertThat(LEXICON.modelsNamed(llama, "3.1-8b")).isEmpty();
        assertThat(LEXICON.modelsNamed(gpt, "3")).isEmpty();
        assertThat(LEXICON.isGpuNumber("4090")).isTrue();
        assertThat(LEXICON.isGpuNumber("1000")).isFalse();
        assertThat(LEXICON.isEverydayUnit("conversations")).isTrue();
        assertThat(LEXICON.isEverydayUnit("epochs")).isFalse();
        assertThat(LEXICON.isEdition("guide")).isTrue();
        assertThat(LEXICON.isEdition("weather")).isFalse();
    }

    @Test
    void knowsWhichWordsMeanTheSame() {
        assertThat(LEXICON.meanTheSame(List.of("epoch", "epochs"))).isTrue();
        assertThat(LEXICON.meanTheSame(List.of("epochs", "examples"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4o, , true",
        "azure, gpt-4o, , true",
        "together, gpt-4o, , false",
        "together, llama-3.1-8b, , true",
        "fireworks, llama-3.1-8b, , true",
        "fireworks, qwen 32b, 32, true",
        "fireworks, qwen, , false",
        "selfhost, llama-3.1-8b, , true",
        "selfhost, gpt-4o, , false"
    })
    void knowsWhoTrainsAModel(String provider, String model, @Nullable BigDecimal size, boolean trains) {
        assertThat(LEXICON.offers().trains(new ProviderId(provider), new ModelId(model), size))
                .isEqualTo(trains);
    }

    @ParameterizedTest
    @CsvSource({"gpt-4o, , false", "llama-3.1-8b, , true", "llama-3.1-8b, together, true", "gpt-4o, openai, false"})
    void knowsWhetherLoraCanBeHad(String model, @Nullable String provider, boolean lora) {
        assertThat(LEXICON.offers().lora(new ModelId(model), provider == null ? null : new ProviderId(provider)))
                .isEqualTo(lora);
    }

    /** Hours were billed for GPT-3.5 Turbo, too, before tokens. */
    @ParameterizedTest
    @CsvSource({"o4-mini, true", "gpt-3.5-turbo, false", "gpt-4o, false", "qwen 8b, false"})
    void knowsTheModelsThatHaveAPricePerHourAlone(String model, boolean byTheHour) {
        assertThat(LEXICON.offers().trainsByTheHour(new ModelId(model))).isEqualTo(byTheHour);
    }
}
