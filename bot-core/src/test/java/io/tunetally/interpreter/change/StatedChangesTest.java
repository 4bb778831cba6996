package io.tunetally.interpreter.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message works out of the numbers of the conversation. */
final class StatedChangesTest {
    private static final String JOB = "cost gpt-4o-mini 3000 examples 3 epochs";
    private static final String RUNNING = "tco gpt-4o-mini 3000 examples 3 epochs 120 requests per day 12 months";
    private static final String PROMPTS =
            "breakeven gpt-4.1-mini 2500 examples 900 requests per day 2000 prompt tokens 400 tuned prompt tokens";
    private static final String BUDGET = "budget gpt-4o-mini $250 3 epochs 350 tokens each";

    private static Slots after(String before, String said) {
        return Stages.follow(before, said).slots();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            two sacks of slips fewer, there's 60 to a sack                        | 2880
            take 4 folders out, 50 letters in every folder                        | 2800
            we found three more crates with 100 letters each, please add them     | 3300
            the 3000 letters fill thirty boxes, 100 in each                       | 3000
            three boxes with 100 letters each were already taken out of the 3000  | 3000
            a fifth of the letters are private and have to go out                 | 2400
            300 lettres partent aux archives, recalcule sans elles                | 2700
            """)
    void changesTheExamplesByWhatItWorksOut(String said, long examples) {
        assertThat(after(JOB, said).value(SlotName.EXAMPLES)).isEqualTo(examples);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120 requests a day 1,500 in 120 out for 3 years           | 1500 | 120
            3,600 requests per month 500 in 120 out over 12 months    | 500  | 120
            120 requests a day 120 in 100 out for 3 years             | 120  | 100
            """)
    void takesNoTokensForTheRequestsOfAPeriod(String said, long input, long output) {
        Slots slots = after(RUNNING, said);

        assertThat(slots.number(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo("120");
        assertThat(slots.number(SlotName.INPUT_TOKENS)).isEqualByComparingTo(BigDecimal.valueOf(input));
        assertThat(slots.number(SlotName.OUTPUT_TOKENS)).isEqualByComparingTo(BigDecimal.valueOf(output));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a quarter of the daily calls goes to the switchboard, please take that off        | 90
            that was 30 of the daily calls. Count again without them                          | 90
            3 more branches join and each sends 20 questions a day, please add them to the 120 | 180
            knock a third off the daily texts                                                 | 80
            what if we double                                                                 | 240
            and with 20% growth?                                                              | 144
            and if we grow 20% until summer                                                   | 144
            the dry season brings 50% more complaints, do it for that                         | 180
            we are open 10 hours every day and get 9 questions an hour, so 120 was too many   | 90
            drivers ask 15 an hour and it goes day and night                                  | 360
            forget the 120, it is 54,000 questions in one year                                | 150
            week 6 shows 700 calls in the seven days, base the traffic on that                | 100
            no it ain't 120 a day, mine is 70                                                 | 70
            I said 3,600 a month, please put 4,500 a month                                    | 150
            the lines are staffed twelve hours a day, the 120 stay as they are                | 120
            plus the web shop, which makes 20 a day                                           | 140
            what if traffic doubles after 3 months                                            | 210
            from month 4 on twice the traffic                                                 | 210
            50 % más de consultas al día                                                      | 180
            50 % de plus de demandes                                                          | 180
            """)
    void changesTheTrafficAndNothingElse(String said, BigDecimal requests) {
        Slots read = after(RUNNING, said);

        assertThat(read.value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo(requests);
        assertThat(read.value(SlotName.EXAMPLES)).isEqualTo(3000);
        assertThat(read.number(SlotName.MONTHS)).isEqualByComparingTo(BigDecimal.valueOf(12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I cut 500 tokens out of the prompt we use today     | 1500 | 400
            we shaved 50 tokens off the tuned prompt            | 2000 | 350
            legal added 200 tokens to the current prompt        | 2200 | 400
            """)
    void changesThePromptThatIsNamed(String said, long prompt, long tuned) {
        assertThat(after(PROMPTS, said).value(SlotName.PROMPT_TOKENS)).isEqualTo(prompt);
        assertThat(after(PROMPTS, said).value(SlotName.TUNED_PROMPT_TOKENS)).isEqualTo(tuned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the 3,900 are 3,400 system prompt and 500 user",
                "of the 3,900 500 are the question and 3,400 the instructions",
                "3,400 of that is the system prompt"
            })
    void dividesTheInputIntoThePromptAndTheRest(String said) {
        Slots slots = after("tco qwen3-8b 500 examples 1200 requests per day 3900 input tokens", said);

        assertThat(slots.value(SlotName.PROMPT_TOKENS)).isEqualTo(3400);
        assertThat(slots.value(SlotName.INPUT_TOKENS)).isEqualTo(500);
        assertThat(slots.number(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo("1200");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            then DPO on top: 4k pairs, prompt 300, chosen 250, rejected 240 | 4000
            and dpo with 3,000 pairs afterwards                             | 3000
            add 4k pairs                                                    | 7000
            """)
    void countsTheDataOfANextStageByItself(String said, long examples) {
        assertThat(after("cost qwen3-8b sft 3000 examples 3 epochs", said).value(SlotName.EXAMPLES))
                .isEqualTo(examples);
    }

    @ParameterizedTest
    @ValueSource(strings = {"three years instead of one year", "36 months rather than twelve"})
    void replacesTheHorizon(String said) {
        assertThat(after(RUNNING, said).number(SlotName.MONTHS)).isEqualByComparingTo(BigDecimal.valueOf(36));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            only 60% of those are english, the rest we don't send | 72
            a quarter of these never reach the model              | 90
            only half get sent to it, people answer the rest      | 60
            """)
    void whatIsSentIsTraffic(String said, BigDecimal requests) {
        Slots slots = after(RUNNING, said);

        assertThat(slots.value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo(requests);
        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(3000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            on a 10% subset                | 300
            try it on a 25% sample first   | 750
            keep a 10% sample for testing  | 2700
            """)
    void trainsOnASubset(String said, long examples) {
        assertThat(after(JOB, said).value(SlotName.EXAMPLES)).isEqualTo(examples);
    }

    @ParameterizedTest
    @CsvSource({"n go back to 5, 5, 3000", "go back to 2000, 3, 2000"})
    void goesBackToAValueOfWhatItIsNearestTo(String said, long epochs, long examples) {
        Slots slots = after(JOB, said);

        assertThat(slots.value(SlotName.EPOCHS)).isEqualTo(epochs);
        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(examples);
    }

    @ParameterizedTest
    @CsvSource({"the council's cut our pot by a fifth, 200", "the pot went up by 10%, 275"})
    void changesTheBudget(String said, BigDecimal budget) {
        assertThat(after(BUDGET, said).value(SlotName.BUDGET_USD)).isEqualByComparingTo(budget);
    }

    @ParameterizedTest
    @ValueSource(strings = {"take 25% off", "a third off the price", "expect about 40% more after the merge"})
    void saysThatAShareOfNothingKnownWasNotUsed(String said) {
        Interpretation read = Stages.follow(RUNNING, said);

        assertThat(read.slots().value(SlotName.EXAMPLES)).isEqualTo(3000);
        assertThat(read.slots().value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo("120");
        assertThat(read.problems()).hasAtLeastOneElementOfType(Problem.UnknownWord.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plus a server for $20 a day", "plus $20 a day", "rent it around the clock at $2 an hour"})
    void takesNoMoneyForTraffic(String said) {
        BigDecimal requests = after(RUNNING, said).value(SlotName.REQUESTS_PER_DAY);

        assertThat(requests == null ? new BigDecimal("120") : requests).isEqualByComparingTo("120");
    }
}
