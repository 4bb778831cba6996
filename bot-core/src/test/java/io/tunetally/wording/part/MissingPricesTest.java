package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.wording.Worded;
import org.junit.jupiter.api.Test;

final class MissingPricesTest {
    @Test
    void namesTheQuotesWithAPartThatHasNoPrice() {
        assertThat(MissingPrices.of(
                        OutcomeQuotes.of(Worded.outcomeByGuide("tco gpt-4o vs gpt-4o mini vs gpt-4.1 mini"))))
                .isEqualTo("no price is known for inference of GPT-4o mini on OpenAI and for inference of"
                        + " GPT-4.1 mini on OpenAI");
    }

    @Test
    void namesTheUntunedModelWhereTheTunedOneIsPriced() {
        BreakEvenOutcome outcome = (BreakEvenOutcome) Worded.outcomeByGuide("break even gpt-4o");
        assertThat(MissingPrices.ofUncompared(outcome.uncompared()))
                .isEqualTo("no price is known for the untuned GPT-4o on OpenAI");
    }
}
