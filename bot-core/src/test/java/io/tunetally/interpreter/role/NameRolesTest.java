package io.tunetally.interpreter.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.Weights;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameRolesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The paper tuned llama-2-13b on 8 A100s for 20 hours. What would llama 8b on Together cost for 5k rows?"
                        + " | examples=5000 models=llama-3.1-8b provider=together",
                "We fine-tuned vicuna last year and hated it. Now 4k examples for mistral 7b with LoRA, how much?"
                        + " | examples=4000 method=lora models=mistral-7b",
                "Our competitor uses llama 70b. What would gpt-4o-mini cost us with 2k examples?"
                        + " | examples=2000 models=gpt-4o-mini",
                "They were on Fireworks for a year. We will train gpt-4.1-mini on Azure with 2k rows, cost?"
                        + " | examples=2000 models=gpt-4.1-mini provider=azure"
            })
    void theJobThatIsAskedAboutHasNoNamesOfItsBackground(String text, String slots) {
        assertThat(Stages.label(BuiltIn.read(text))).isEqualTo(slots);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The intern likes gpt-4.1-mini. The lead wants gemini 2.5 flash. Which is cheaper to train on 5k examples?"
                        + " | examples=5000 models=gpt-4.1-mini,gemini-2.5-flash",
                "We run llama 8b on Fireworks today. Is it cheaper to train on Together with 5k examples?"
                        + " | examples=5000 models=llama-3.1-8b providers=fireworks,together",
                "We're an existing OpenAI customer, so the closing doesn't hit us yet. Cost of gpt-4.1-mini with 2k examples?"
                        + " | examples=2000 models=gpt-4.1-mini provider=openai",
                "Our sister firm is an OpenAI customer. What would gpt-4.1-mini cost us on 2k examples?"
                        + " | examples=2000 models=gpt-4.1-mini",
                "We tuned gpt-4.1-nano last month. What did that cost, with 2k examples?"
                        + " | examples=2000 models=gpt-4.1-nano"
            })
    void namesOfSeveralSentencesMayAllBelongToIt(String text, String slots) {
        assertThat(Stages.label(BuiltIn.read(text))).isEqualTo(slots);
    }

    @Test
    void oneModelIsLeftHoweverLikelyItIsBackground() {
        ParseState state = Stages.counted("The old llama 8b was bad. What does tuning cost?");
        NameRoles.read(state, weights("BACKGROUND"));

        assertThat(state.isBackground(state.mentions.getFirst().first())).isFalse();
    }

    @Test
    void aRunOfTheBackgroundCountsNothing() {
        ParseState state = Stages.counted("The authors had 8 A100s for 20 hours. What does tuning cost?");
        NameRoles.read(state, weights("BACKGROUND"));

        assertThat(Stages.candidates(state)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is 2 days enough to tune llama 8b on 8 h100 with 100k examples? | false",
                "can I tune qwen3 32b on 4 h100 with 20k examples in a weekend? | false",
                "2 nodes of 8xH100 for 10 hours at $24/h per node, what is the cost | false",
                "our competitor tuned llama 8b on 4 h100, what would that cost? | true",
                "what would llama 8b cost? The paper had it on 8 h100. | true"
            })
    void countedGpusOfTheOnlyQuestionAreThoseOfTheJob(String text, boolean background) {
        ParseState state = Stages.counted(text);
        NameRoles.read(state, weights("BACKGROUND"));

        assertThat(state.isBackground(Stages.place(state, "h100"))).isEqualTo(background);
    }

    @Test
    void aCommandIsNotWeighed() {
        ParseState state = Stages.counted("cost llama 8b vs llama 70b together 1k examples");
        NameRoles.read(state, weights("BACKGROUND"));

        assertThat(state.isBackground(Stages.place(state, "together"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "300 | gpt-4o left out",
                "-300 | gpt-4o priced",
                "2000 | none",
            })
    void aModelThatIsNearlyAskedAboutOrNearlyBackgroundIsTold(int lead, @Nullable String told) {
        ParseState state = Stages.counted("The vendor has gpt-4o. What would gpt-4.1-mini cost with 2k examples?");
        NameRoles.read(
                state,
                new Weights(Map.of(
                        "fact NAMES-MODEL", Map.of("BACKGROUND", lead, "ASKED", 0),
                        "fact IN-QUESTION", Map.of("BACKGROUND", 0, "ASKED", 5000))));

        assertThat(state.doubts())
                .extracting(doubt -> doubt.text() + (doubt.slot() == null ? " left out" : " priced"))
                .isEqualTo(told == null ? List.of() : List.of(told));
    }

    /** Returns weights by which every GPU and every other name of a kind is this. */
    private static Weights weights(String label) {
        return new Weights(Map.of(
                "fact NAMES-GPU", Map.of(label, 1000),
                "fact NAMES-MODEL", Map.of(label, 1000),
                "fact NAMES-PROVIDER", Map.of(label, 1000, "ASKED", 0)));
    }
}
