package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Part;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Quote;
import io.tunetally.engine.TestPrices;
import io.tunetally.engine.TrainingJob;
import io.tunetally.engine.Warning;
import io.tunetally.wording.Worded;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WarningWordingTest {
    private static final CostEngine ENGINE = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");
    private static final Offer GPT = TestPrices.offer(ENGINE, "gpt-4o", "openai", Method.FULL);
    private static final Offer LLAMA = TestPrices.offer(ENGINE, "llama-3.1-8b", "together", Method.LORA);

    private final WarningWording wording = new WarningWording(TestPrices.TODAY);

    @Test
    void saysWhichMethodIsNotOfferedAndWhy() {
        assertThat(wording.text(new Warning.MethodNotOffered(GPT.provider(), Method.LORA), GPT))
                .isEqualTo(
                        "OpenAI handles optimization internally and does not offer LoRA as a choice. The listed price"
                                + " stands.");
        assertThat(wording.text(new Warning.MethodNotOffered(LLAMA.provider(), Method.FULL), LLAMA))
                .isEqualTo("Together AI does not offer full for this model. The listed price stands.");
    }

    @Test
    void saysWhoseThePriceIs() {
        assertThat(wording.text(new Warning.ProviderNotOffered(LLAMA.provider()), GPT))
                .isEqualTo("Together AI has no price for training GPT-4o on file; the price is that of OpenAI.");
        assertThat(wording.text(new Warning.DeploymentNotOffered(Deployment.PROVISIONED), GPT))
                .isEqualTo(
                        "OpenAI has no provisioned deployment of GPT-4o on file; the price is that of its usual one.");
    }

    @Test
    void namesPartsWithoutAPrice() {
        assertThat(wording.text(new Warning.Unpriced(Set.of(Part.STORAGE, Part.INFERENCE)), GPT))
                .isEqualTo("No price is known for inference, storage; the figures leave it out.");
    }

    @Test
    void pastEndsReadDifferentlyFromFutureOnes() {
        LifecycleEvent closed = event(LifecycleEvent.Kind.CLOSED_TO_NEW_CUSTOMERS);
        assertThat(wording.text(new Warning.Lifecycle(closed), GPT))
                .isEqualTo("OpenAI: since 2026-05-07 closed to organizations that never fine-tuned.");
        assertThat(new WarningWording(LocalDate.of(2026, 5, 6)).text(new Warning.Lifecycle(closed), GPT))
                .isEqualTo("OpenAI: from 2026-05-07 closed to organizations that never fine-tuned.");
    }

    @Test
    void whatEndsIsSaidFirstAndInOneSentence() {
        Quote quote = TestPrices.quote(ENGINE.price(GPT, Plan.training(TrainingJob.of(1000, 500, 3))));
        List<String> texts = wording.texts(quote.warnings(), GPT);
        assertThat(texts.getFirst())
                .startsWith("OpenAI: since 2026-05-07 closed to organizations that never fine-tuned; since 2026-07-02 ")
                .contains("; from 2027-01-14 ");
        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void saysTheMinimumWithWhereItWasSeen() {
        Quote quote = OutcomeQuotes.of(Worded.outcomeToday("cost llama 8b on together 1k examples"))
                .getFirst();
        assertThat(wording.texts(quote.warnings(), quote.offer()))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Together AI may charge at least $4.00 per job, even if the token cost is lower (")
                        .contains("seen 2026-"));
    }

    @Test
    void saysWhichOtherEditionDisagrees() {
        // $5.00 a million published, $4.00 by the guide, for 1.5M tokens.
        Quote quote = OutcomeQuotes.of(Worded.outcomeToday("cost gpt-4.1-mini on openai guide prices"))
                .getFirst();
        assertThat(wording.texts(quote.warnings(), quote.offer()))
                .anySatisfy(
                        text -> assertThat(text).startsWith("The published prices say $7.50 for this, not $6.00 ("));
    }

    @Test
    void aPriceBySizeSaysOfWhichSizes() {
        Quote quote = OutcomeQuotes.of(Worded.outcomeToday("qwen 32b on fireworks lora 3M tokens"))
                .getFirst();
        assertThat(wording.texts(quote.warnings(), quote.offer()))
                .contains(
                        "Qwen3 32B has no price of its own: this is Fireworks AI's price for models over 16B and up to"
                                + " 80B.");
    }

    private static LifecycleEvent event(LifecycleEvent.Kind kind) {
        return ENGINE.offers()
                .lifecycle(GPT)
                .filter(event -> event.kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
