package io.tunetally.discussion.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A is a small job of a small model, B a larger one of the same, C a still larger model over 6 months. */
class EqualTermsTest {
    private final OneThread thread = new OneThread();

    @BeforeEach
    void ask() {
        thread.say("cost llama 8b lora on ori 1k examples 3 epochs");
        thread.say("cost llama 8b lora on together 5k examples 4 epochs");
        thread.say("tco gpt-4.1-mini on azure 1k examples 3 epochs 6 months");
    }

    @Test
    void saysInOneLineWhichAssumptionsDiffer() {
        assertThat(thread.say("which one is cheapest?"))
                .startsWith("Cheapest of 3: A,")
                .contains(
                        "Different jobs: 1,000 examples (A, C) · 5,000 examples (B) · 3 epochs (A, C) · 4 epochs (B)\n")
                .contains("Compared by training alone, as running was asked only of C; compare those over 6 months");
    }

    @Test
    void offersToPutThemOnEqualTerms() {
        Block.Choices choices = (Block.Choices)
                thread.answer("ada", "which one is cheapest?").reply().blocks().getLast();

        assertThat(choices.actions()).contains(Action.of("All with A's numbers", "compare those with A's numbers"));
    }

    @Test
    void offersNothingWhereTheyAreOnEqualTerms() {
        thread.say("keep only A and C");

        assertThat(thread.say("which one is cheapest?"))
                .doesNotContain("Different jobs")
                .doesNotContain("numbers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "compare those with A's numbers; A; $0.69; $0.72-$4.00; $7.50",
                "put them all on equal terms; A; $0.69; $0.72-$4.00; $7.50",
                "compare all with the numbers of B; B; $4.60; $4.80; $50.00",
            })
    void pricesEveryOfferWithTheNumbersOfOne(String text, String letter, String first, String second, String third) {
        assertThat(thread.say(text))
                .startsWith("With the numbers of " + letter + ": Cheapest of 3: A")
                .containsPattern("A \\* +Llama 3.1 8B, LoRA on Ori +\\Q" + first + "\\E")
                .containsPattern("B +Llama 3.1 8B, LoRA on Together AI +\\Q" + second + "\\E")
                .containsPattern("C +GPT-4.1 mini on Azure OpenAI \\(global\\) +\\Q" + third + "\\E")
                .doesNotContain("Different jobs");
        assertThat(thread.say("scenarios")).as("nothing has changed").contains("5,000 examples (B)");
    }

    /** The request of a migration names the model that is left, not the one that is proposed. */
    @Test
    void takesTheTargetOfAMigration() {
        thread.say("migrate gpt-4o-mini 1k examples");

        assertThat(thread.say("compare those with A's numbers"))
                .containsPattern("D \\* +gpt-oss 20B, LoRA on Thinking Machines +\\$0.59")
                .doesNotContain("GPT-4o");
        assertThat(thread.say("what makes C dearer than D?")).contains("gpt-oss 20B, LoRA on Thinking Machines");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "which one is cheapest over a year?; 12 months",
                "over a year, which is cheapest?; 12 months",
                "over a year, A or C?; 12 months",
                "compare those with 7 epochs; 7 epochs",
                "A vs B vs C; Different jobs",
            })
    void comparesUnderAChange(String text, String shown) {
        assertThat(thread.say(text)).startsWith("Cheapest of ").contains(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"which one is cheapest in the long run?", "for our boss, A or C?"})
    void saysAChangeBackThatMeansNothing(String text) {
        assertThat(thread.say(text)).startsWith("Cheapest of ").contains("Not used: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "compare those with X's numbers; There is no X. This thread has A, B, C",
                "in the long run, A or X?; There is no X. This thread has A, B, C",
            })
    void saysWhatThereIsInstead(String text, String sentence) {
        assertThat(thread.title("ada", text)).isEqualTo(sentence);
    }
}
