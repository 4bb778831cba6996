package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Provider;
import io.tunetally.engine.Quote;
import io.tunetally.topic.Topics;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplainAnswerTest {
    private final ExplainAnswer explain = new ExplainAnswer(Topics.builtIn());

    @Test
    void pricesTheCheapestOfferThatCanBeStarted() {
        Quote quote = quote("what is an epoch");
        CompareOutcome all =
                (CompareOutcome) new EstimateAnswer().compare(Inquiries.today("compare models lora vs full"));
        Quote cheapest = all.quotes().getFirst();

        assertThat(quote.offer()).isEqualTo(cheapest.offer());
        assertThat(quote.training()).isEqualTo(cheapest.training());
    }

    @ParameterizedTest
    @CsvSource({"what is LoRA, LORA", "what is full fine-tuning, FULL"})
    void pricesTheMethodThatIsExplained(String question, Method method) {
        assertThat(quote(question).offer().method()).isEqualTo(method);
    }

    @Test
    void pricesTheModelThatIsNamed() {
        ExplainOutcome outcome = answer("what is an epoch for llama 70b");

        assertThat(Objects.requireNonNull(outcome.quote()).offer().model().id().value())
                .isEqualTo("llama-3.3-70b");
        assertThat(outcome.asAsked()).isTrue();
    }

    @Test
    void pricesANamedModelThatIsClosed() {
        assertThat(quote("how many examples do I need for gpt-4o")
                        .offer()
                        .provider()
                        .name())
                .isEqualTo("OpenAI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is an epoch for gpt-9", "does OpenAI offer LoRA"})
    void takesAnotherOfferAsAnExampleOfWhatHasNoPrice(String question) {
        ExplainOutcome outcome = answer(question);

        assertThat(outcome.quote()).isNotNull();
        assertThat(outcome.asAsked()).isFalse();
    }

    @Test
    void showsWhatAnEndpointOfOnesOwnCosts() {
        Quote dedicated = quote("what is dedicated");

        assertThat(dedicated.offer().deployment()).isEqualTo(Deployment.DEDICATED);
        assertThat(dedicated.ranking().low())
                .isGreaterThan(quote("what is serverless").ranking().high());
    }

    /** The offers of the price books on 2026-11-25. */
    @ParameterizedTest
    @CsvSource({
        "does OpenAI offer LoRA, false, false, Together AI",
        "does OpenAI offer full fine-tuning, false, true, Together AI",
        "does Together offer LoRA, true, false, Fireworks AI",
        "does Together support full fine-tuning of llama 70b, true, false, Together AI",
        "does Azure support DPO, true, false, Together AI",
        "does Mistral AI offer LoRA, false, false, Ori",
        "does openai support fine-tuning of gpt-4o, false, true, ",
        "who offers DPO, true, false, Fireworks AI",
    })
    void answersFromTheOffersWhetherAProviderHasAMethod(String question, boolean open, boolean closed, String seller) {
        ExplainOutcome.Offering offering = (ExplainOutcome.Offering)
                Objects.requireNonNull(answer(question).finding());

        assertThat(!offering.models().isEmpty()).isEqualTo(open);
        assertThat(offering.closed()).isEqualTo(closed);
        if (seller != null) {
            assertThat(offering.sellers()).extracting(Provider::name).contains(seller);
        }
    }

    @Test
    void assumesTheTrafficOnlyWhereItTellsIt() {
        assertThat(answer("what is an epoch").inquiry().assumed()).hasSize(3);
        assertThat(answer("what do you assume").inquiry().assumed()).hasSize(7);
        assertThat(answer("what is TCO").inquiry().assumed()).hasSize(7);
    }

    private Quote quote(String question) {
        return Objects.requireNonNull(answer(question).quote());
    }

    private ExplainOutcome answer(String question) {
        return (ExplainOutcome) explain.answer(Inquiries.today(question));
    }
}
