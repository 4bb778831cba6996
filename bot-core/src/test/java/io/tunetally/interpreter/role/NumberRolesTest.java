package io.tunetally.interpreter.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.Weights;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberRolesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o: 1,200 letters from Ghent and 800 letters from Bruges, 2,000 letters together. The bill? | 2000",
                "40k tickets came in last year. We would tune gpt-4o on 3,500 tickets, cost? | 3500",
                "tuning gpt-4o with 900 limericks here and 800 ballads there, cost? | 1700",
                "I have 6,100 import forms. 90 of them are smudged and of no use. gpt-4o, cost? | 6010",
                "we paste 4 samples into the prompt today, there are 900 samples for gpt-4o. Cost? | 900",
                "I know Excel, 1,048,576 rows max. There are 700 rows for gpt-4o. Cost? | 700",
                "tune gpt-4o, we have 3,000 letters and tagged 450 of them | 450",
                "What does gpt-4o cost? 8,400 reports came in, after the check 5,150 remain. | 5150",
                "9k tickets, of these 2,600 have a good answer, we train gpt-4o on the 2,600. Cost? | 2600"
            })
    void ofSeveralCountsTheOneThatIsTrainedOnIsTheData(String text, String examples) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=" + examples);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ute typed 1,240 from the old logs and Jan another 310 from the tapes. All of it goes to gpt-4o-mini. | 1550",
                "Of 5,300 crane sheets 300 were test entries, I deleted those. The others train gpt-4o-mini. | 5000",
                "We threw out 220 of the 2,720 phone notes because of the names. The rest is clean. Base is gpt-4o-mini. | 2500",
                "The club has 840 reports in German and 360 in Danish. Both go into training, gpt-4.1-nano. | 1200"
            })
    void partsOfTheDataAddUpOrAreTakenOff(String text, String examples) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=" + examples);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We have 900 mails and 300 chats, 1,200 in all, for gpt-4o-mini. How much would that be? | 1200",
                "Of the 4,000 notes we drop 400, so 3,600 stay for gpt-4o-mini. Cost? | 3600",
                "Team Green had 30,000 samples. We have 2,700 reports for gpt-4o-mini, cost? | 2700"
            })
    void aResultThatIsGivenIsNotComputedAgain(String text, String examples) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=" + examples);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"should we tune gpt-4o with 1,000 rows or with 2,000 rows? | 1,000 / 2,000"})
    void countsOfEqualStandingContradictEachOther(String text, String conflict) {
        assertThat(Stages.filled(text).problems()).extracting(Problem::text).contains(conflict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the intern said 5 epochs, I say 2 epochs. What does gpt-4o with 900 rows cost? | epochs=2",
                "Our cap is $300. Last time they billed us $1,200. What does gpt-4o with 2k rows cost? | budgetUsd=300"
            })
    void otherSlotsHaveTheirNumberToo(String text, String slot) {
        assertThat(Stages.slots(Stages.filled(text))).contains(slot);
    }

    @Test
    void anImpossibleValueStaysAndIsAskedAbout() {
        assertThat(Stages.filled("how much would 120 epochs of gpt-4o over 900 rows cost? Asking for the intern")
                        .problems())
                .singleElement()
                .isInstanceOf(Problem.OutOfRange.class);
    }

    @Test
    void nothingButDollarsIsABudget() {
        Weights everythingIsABudget = new Weights(Map.of("fact FREE", Map.of("budgetUsd", 9000, NumberRoles.NONE, 0)));
        ParseState state = Stages.open("we spoke of 400 or so to the people with gpt-4o last week", null);
        NumberRoles.read(state, everythingIsABudget);
        assertThat(Stages.candidates(state)).isEmpty();
    }

    @Test
    void aCommandIsLeftToTheReaders() {
        Weights nothingIsAnything =
                new Weights(Map.of("fact #examples", Map.of(NumberRoles.NONE, 9000, "examples", 0)));
        ParseState state = Stages.open("cost gpt-4o 1k examples", null);
        NumberRoles.read(state, nothingIsAnything);
        assertThat(Stages.candidates(state)).containsExactly("examples=1000");
    }

    @Test
    void weightsDecideInASentence() {
        Weights nothingIsAnything =
                new Weights(Map.of("fact #examples", Map.of(NumberRoles.NONE, 9000, "examples", 0)));
        ParseState state = Stages.open("what would the whole gpt-4o thing with 1k examples cost us?", null);
        NumberRoles.read(state, nothingIsAnything);
        assertThat(Stages.candidates(state)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yo can i tune qwen3 8b or do i have to rent, ~6k dnd session logs | 6000",
                "trainer: model=Qwen/Qwen3-8B n_epochs=3 train_size=10000 | 10000"
            })
    void aRequestWithoutDataMeansTheNumberThatIsLikeliest(String text, String examples) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=" + examples);
    }

    @Test
    void aNumberThatIsHardlyLikelierThanNoneIsADoubt() {
        // Which of them are so near, the training decides.
        assertThat(Stream.of(
                                "what would llama 8b cost us, the museum says 4,000",
                                "what would llama 8b cost us, the office says 2,500",
                                "llama 8b price? the museum mentioned 4,000",
                                "what would qwen 8b cost us, they said 4,000")
                        .map(text -> Stages.filled(text).doubts())
                        .filter(doubts -> !doubts.isEmpty()))
                .hasSizeGreaterThan(1)
                .allSatisfy(doubts -> assertThat(doubts)
                        .extracting(Interpretation.Doubt::slot)
                        .isEqualTo(List.of(SlotName.EXAMPLES)));
    }

    @ParameterizedTest
    @CsvSource({
        "what would a tuned gpt-4o cost at 900 requests a day of 250 output tokens?, outputTokens=250",
        "what would a tuned gpt-4o cost at 900 requests a day of 400 input tokens?, inputTokens=400"
    })
    void aUnitThatNamesItsSlotIsNotOverruled(String text, String named) {
        Map<String, Integer> prompt = Map.of("promptTokens", 9000, "outputTokens", 0, "inputTokens", 0);
        ParseState state = Stages.open(text, null);
        NumberRoles.read(state, new Weights(Map.of("fact #outputTokens", prompt, "fact #inputTokens", prompt)));
        assertThat(Stages.candidates(state)).contains(named);
    }

    @Test
    void aSettledNumberIsADoubtIfTheWeightsAreClearlyAgainstIt() {
        Weights requests = new Weights(Map.of("fact #examples", Map.of("requestsPerDay", 9000, "examples", 0)));
        ParseState state = Stages.open("what would the whole gpt-4o thing with 1k examples cost us?", null);
        int number = state.candidates.all().getFirst().token();
        state.candidates.settle(number);
        NumberRoles.read(state, requests);
        assertThat(Stages.candidates(state)).contains("examples=1000");
        assertThat(state.doubts())
                .extracting(Interpretation.Doubt::other)
                .isEqualTo(List.of(SlotName.REQUESTS_PER_DAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost gpt-4o 1000 examples 3 epochs",
                "tco gpt-4.1-mini 500 requests/day 800 in 200 out 6 months",
                "how much is llama 8b with 12,000 examples of 400 tokens?",
                "if I get 1000 users, what does llama 8b cost?"
            })
    void aClearNumberIsNoDoubt(String text) {
        assertThat(Stages.filled(text).doubts()).isEmpty();
    }
}
