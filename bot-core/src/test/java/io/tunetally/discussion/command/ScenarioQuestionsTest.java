package io.tunetally.discussion.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about one scenario, and commands in a thread that has too few. */
class ScenarioQuestionsTest {
    /** The latest plan is C, so that an answer about it is one about the wrong scenario. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "what would B cost with 5 epochs?; Llama 3.3 70B; 5 epochs",
                "B but 9k examples; Llama 3.3 70B; 9,000 examples",
                "double the examples in B; Llama 3.3 70B; 2,000 examples",
                "what about A with 2k examples; Llama 3.1 8B; 3 epochs (from the thread)",
                "what's the total for B over a year?; Llama 3.3 70B; 12 months",
                "is B worth it?; Llama 3.3 70B; from the thread",
                "the 70b one with 5 epochs; Llama 3.3 70B; 5 epochs",
            })
    void asksOfTheScenarioThatIsNamed(String text, String model, String assumed) {
        assertThat(OneThread.withThreePlans().say(text)).contains(model).contains(assumed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what's the difference between A and B?", "compare A and B"})
    void namesADiscountByItsSeller(String text) {
        OneThread thread = new OneThread();
        thread.say("cost llama 70b lora on together 1k examples");
        thread.say("with 10% off");

        assertThat(thread.say(text)).contains("10 % off at Together AI").doesNotContain("SellerDiscount");
    }

    @Test
    void comparesTheModelOfTheLastPlanWithANamedOne() {
        OneThread thread = new OneThread();
        thread.say("tco qwen3-8b 5,000 examples 400 requests a day");
        thread.say("with 300 requests a day");

        assertThat(thread.say("compare with gpt-oss 20b"))
                .contains("Qwen3 8B vs gpt-oss 20B")
                .contains("300 requests/day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no, go back to all of them but 1 epoch",
                "back to the full set, 1 epoch",
                "all of them again, 1 epoch"
            })
    void goesBackToTheExamplesBeforeACut(String text) {
        OneThread thread = new OneThread();
        thread.say("cost qwen3-8b lora 10,000 examples");
        thread.say("with only half of the samples?");

        assertThat(thread.say(text)).contains("10,000 examples").contains("1 epoch");
    }

    @Test
    void refusesToGoBackWhereNothingWasCut() {
        OneThread thread = new OneThread();
        thread.say("cost qwen3-8b lora 10,000 examples");

        assertThat(thread.say("go back to all of them")).contains("No larger number of examples was said");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the second one over two years please", "give me number 2 over two years"})
    void takesNoRowOfATableForThePlan(String text) {
        OneThread thread = new OneThread();
        thread.say("what is the cheapest for 6,000 examples of 1,200 tokens, 3,000 tickets a day?");

        assertThat(thread.say(text)).contains("It is not clear which one that is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A on blorft", "B in my book", "paint a picture of B"})
    void saysWhatCanBeDoneWithAScenarioWhereTheQuestionMeansNothing(String text) {
        assertThat(OneThread.withThreePlans().title("ada", text))
                .startsWith("I did not understand what to do with")
                .contains("with 5 epochs");
    }

    @Test
    void showsOneScenario() {
        OneThread thread = OneThread.withThreePlans();

        assertThat(thread.say("what was B again?")).startsWith("One scenario: B, Llama 3.3 70B");
        assertThat(thread.say("how much is the second one?")).startsWith("One scenario: B, Llama 3.3 70B");
    }

    /** One sentence says what the thread lacks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop B",
                "A vs B",
                "B with 5 epochs",
                "over a year, A or C?",
                "call A pilot",
                "what makes C dearer?",
                "who proposed B?",
                "my scenarios",
                "merge A and B",
                "keep only A",
                "bring back B",
                "compare those with A's numbers",
                "did we ever settle this?",
                "where are we?",
                "what did bob propose?",
                "we paid $5",
                "B it is",
                "is A cheaper than B?",
                "summary",
                "scenarios",
                "vote",
                "vote A",
                "decide B because we need it",
                "watch A"
            })
    void saysThatAThreadHasNoScenarios(String text) {
        Answer answer = new OneThread().answer("ada", text);

        assertThat(answer.outcome().status()).isEqualTo(Outcome.Status.REFUSED);
        assertThat(answer.reply().title()).isEqualTo("This thread has no scenarios yet: ask for a price first");
        assertThat(answer.reply().blocks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A vs B; There is no B. This thread has A",
                "what makes A dearer?; There is nothing to compare it with. This thread has A",
                "compare those with A's numbers; This thread has only A: ask for another price first",
                "like for like; This thread has only A: ask for another price first",
            })
    void saysWhatAThreadWithOneScenarioLacks(String text, String sentence) {
        OneThread thread = new OneThread();
        thread.say("cost llama 8b lora on ori 1k examples 3 epochs");

        assertThat(thread.title("ada", text)).isEqualTo(sentence);
    }

    @Test
    void saysThatEveryScenarioWasDropped() {
        OneThread thread = OneThread.withThreePlans();
        thread.say("drop everything");

        String none = "This thread has no scenario any more: undo brings the last one back";
        assertThat(thread.title("ada", "scenarios")).isEqualTo(none);
        assertThat(thread.title("ada", "vote")).isEqualTo(none);
        assertThat(thread.title("ada", "decide the cheapest")).isEqualTo(none);
    }

    @Test
    void takesAnOpinionForAVoteAndNotForADecision() {
        OneThread thread = OneThread.withThreePlans();

        assertThat(thread.title("bob", "I think we should go with A")).isEqualTo("Your vote for A is counted");
        assertThat(thread.title("bob", "decision")).startsWith("Nothing is decided here");
    }
}
