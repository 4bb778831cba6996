package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.engine.TestPrices;
import io.tunetally.engine.Warning;
import io.tunetally.wording.Worded;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GatheredWarningsTest {
    @Test
    void whatEndsComesFirstOnceAProviderAndNamesTheModelsItConcerns() {
        List<String> texts = texts("compare gpt-4o and gpt-4o mini on openai");
        assertThat(texts.getFirst())
                .startsWith("OpenAI: since 2026-05-07 closed to organizations that never fine-tuned; ")
                .endsWith(" - GPT-4o mini, GPT-4o.");
        assertThat(texts).filteredOn(text -> text.startsWith("OpenAI: ")).hasSize(1);
    }

    @Test
    void disagreementsOfOneSourceShareASentence() {
        // 1.5M tokens: $6.00 by the guide, $7.50 published.
        assertThat(texts("compare gpt-4.1-mini and gpt-4o on openai guide prices"))
                .filteredOn(text -> text.startsWith("The published prices say "))
                .singleElement()
                .asString()
                .startsWith("The published prices say $7.50, not $6.00, for GPT-4.1 mini (full on OpenAI) (");
    }

    @Test
    void aListThatHasAModelByOneMethodIsSaidToLackTheOther() {
        assertThat(texts("compare qwen3 8b and gpt-oss 20b on fireworks"))
                .filteredOn(text -> text.contains(" not on Fireworks AI's list"))
                .singleElement()
                .asString()
                .contains("Qwen3 8B (full)")
                .contains("gpt-oss 20B")
                .doesNotContain("gpt-oss 20B (");
    }

    @Test
    void modelsPricedBySizeShareASentence() {
        assertThat(texts("compare llama 8b and llama 70b on fireworks"))
                .filteredOn(text -> text.startsWith("Priced by size, "))
                .singleElement()
                .asString()
                .contains(
                        "Llama 3.3 70B (Fireworks AI, over 16B and up to 80B)",
                        "Llama 3.1 8B (Fireworks AI, up to 16B)");
    }

    @Test
    void missingPricesShareASentence() {
        assertThat(GatheredWarnings.of(
                        OutcomeQuotes.of(Worded.outcomeByGuide("tco gpt-4o mini vs gpt-4.1 mini")),
                        TestPrices.TODAY,
                        Warning.Unpriced.class::isInstance))
                .containsExactly("No price is known for inference of GPT-4o mini (full on OpenAI), GPT-4.1 mini (full"
                        + " on OpenAI); the figures leave it out.");
    }

    @Test
    void gathersOnlyTheReportedWarnings() {
        assertThat(GatheredWarnings.of(
                        OutcomeQuotes.of(Worded.outcomeToday("compare gpt-4o and gpt-4o mini on openai")),
                        TestPrices.TODAY,
                        _ -> false))
                .isEmpty();
    }

    private static List<String> texts(String question) {
        return GatheredWarnings.of(OutcomeQuotes.of(Worded.outcomeToday(question)), TestPrices.TODAY, _ -> true);
    }
}
