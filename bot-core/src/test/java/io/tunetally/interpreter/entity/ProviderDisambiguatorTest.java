package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
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
                "put together against fireworks for llama 8b 1k examples | together, fireworks",
                "put together all data on fireworks, llama 8b 2k examples | fireworks",
                "cost llama 8b together | together",
                "llama 8b 2k examples, existing openai org | openai",
                "what would llama 8b cost (together)? | together",
                "what would llama 8b cost with fireworks or together? | fireworks, together",
                "what does together cost for llama 8b? | together",
                "does together support llama 8b, and what would it cost? | together",
                "we're thinking fireworks, what would llama 8b cost? | fireworks",
                "it has to be bedrock, what would llama 8b cost? | bedrock",
                "our Vertex tuning job: what would llama 8b cost? | google",
                "Fireworks support told us to ask what llama 8b would cost | fireworks",
                "Fireworks has llama 8b, what would it cost? | fireworks",
                "what would llama 8b cost? what about together? | together",
                "how much does azure take for tuning llama 8b? | azure",
                "would fireworks be an option for llama 8b, at what cost? | fireworks",
                "is bedrock cheaper than together for tuning llama 8b? | bedrock, together",
                "can you compare fireworks with together for tuning llama 8b? | fireworks, together",
                "the tuning of llama 8b goes to fireworks, what does it cost? | fireworks",
                "what does Mistral offer for tuning, and would llama 8b cost less? | mistral",
                "what does mistral 7b with 2k rows cost at Mistral? | mistral",
                "cost ministral 8b 2k examples on mistral | mistral"
            })
    void isTheProvider(String text, String providers) {
        String slot = providers.contains(",") ? "providers=" : "provider=";
        assertThat(Stages.slots(Stages.filled(text))).contains(slot + providers.replace(", ", ","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in-house data, 9k rows, llama 8b lora",
                "in-house dataset of 9k rows, llama 8b lora",
                "18k in-house + 12k public rows, llama 8b lora",
                "60% in-house (18k) and 40% public (12k), llama 8b lora, cost?"
            })
    void isTheOriginOfData(String text) {
        assertThat(Stages.slots(Stages.filled(text))).doesNotContain("provider=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama 8b in-house, 9k rows, 3 epochs", "2 in-house H100s, llama 8b lora, 9k rows"})
    void isTheOwnHardware(String text) {
        assertThat(Stages.slots(Stages.filled(text))).contains("provider=selfhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what do training and inference together cost for llama 8b?",
                "Together with my team I ask: what would llama 8b cost?",
                "we put this together for the review, what would llama 8b cost?",
                "we watched the fireworks at night, what would llama 8b cost?",
                "our cards have 48 GB together. what would llama 8b cost?",
                "what would llama 8b cost for 5k amazon listings?",
                "what would llama 8b cost on databricks-dolly-15k?"
            })
    void isAnEverydayWord(String text) {
        assertThat(Stages.slots(Stages.filled(text)))
                .contains("models=llama-3.1-8b")
                .doesNotContain("provider");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what do 5k rows cost with gpt-4.1-mini azure?|on azure",
                "how much is llama 8b together for 6k mails|on together",
                "gpt-4o-mini vs gpt-4.1-mini, both azure, 9k rows|on azure",
                "is $60 enough for 6k rows llama 70b lora together|on together"
            })
    void readsASellerBehindAName(String said, String seller) {
        assertThat(BuiltIn.read(said).canonical()).contains(seller);
    }
}
