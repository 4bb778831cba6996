package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.ModelsOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelsWordingTest {
    @Test
    void countsTheModelsAndThoseOfNewCustomers() {
        assertThat(Worded.byGuide("models").title())
                .isEqualTo("7 models can be fine-tuned, all of them by a new customer");
    }

    @ParameterizedTest
    @CsvSource({
        "models llama 70b, Llama 3.3 70B can be started today by a new customer",
        "models gpt-4o, GPT-4o cannot be started today by a new customer",
        "models on openai, OpenAI takes no new customers: 3 of its 9 models can be started on Azure OpenAI (global)",
        "models on google, None of 6 models can be started today by a new customer"
    })
    void saysWhetherANewCustomerCanStartWhatWasNamed(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void listsMethodsPriceAndWhetherItIsOpen() {
        assertThat(Worded.rows(Worded.byGuide("models details")))
                .contains(
                        "Llama 3.1 8B | Together AI | full, LoRA | $0.48 | open",
                        "GPT-4o | OpenAI | full | $25.00 | open");
        assertThat(Worded.rows(Worded.today("models details")))
                .contains("GPT-4o | OpenAI | full | $25.00 | closed 2026-05-07")
                .anyMatch(row -> row.startsWith("o4-mini | OpenAI | full | by the hour | closed "));
    }

    @Test
    void inSightEachOpenModelStandsOnce() {
        assertThat(Worded.rows(Worded.today("models"))).hasSize(5).allMatch(row -> row.endsWith(" | open"));
        assertThat(Worded.rows(Worded.today("models")).stream().map(row -> row.split(" \\| ", 2)[0]))
                .doesNotHaveDuplicates();
    }

    @Test
    void saysAnOfferInAFewWords() {
        ModelsOutcome outcome = (ModelsOutcome) Worded.outcomeToday("models");
        assertThat(outcome.models())
                .extracting(Wording::offer)
                .contains("OpenAI, $25.00 / 1M tokens, closed 2026-05-07")
                .anyMatch(offer -> offer.startsWith("OpenAI, by the hour, closed "));
        assertThat(outcome.models())
                .extracting(Wording::cheapestOffer)
                .contains("Together AI, from $0.48 / 1M tokens")
                .anyMatch(offer -> offer.startsWith("OpenAI, by the hour, closed "));
    }
}
