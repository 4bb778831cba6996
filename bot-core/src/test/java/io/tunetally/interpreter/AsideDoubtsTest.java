package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.request.Interpretation;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsideDoubtsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The last two went fine with 4 parallel runs. What do 9,000 letters of 700 tokens cost on qwen3-8b for 3 epochs?      | runs      | 4
            Answers run to 900 tokens. What do 9,000 letters of 700 tokens cost on qwen3-8b, and 2,000 requests a day?           | outputTokens | 900
            The prompt grew to 2,800 tokens. What do 1,200 letters of 600 tokens cost on gpt-4.1-mini for 2 epochs?              | promptTokens | 2,800
            """)
    void aValueToldBesideTheQuestionIsADoubt(String text, String slot, String typed) {
        assertThat(read(text).doubts())
                .filteredOn(doubt -> doubt.slot() != null && doubt.slot().word().equals(slot))
                .extracting(Interpretation.Doubt::text)
                .first()
                .asString()
                .startsWith(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What do 4 runs with 9,000 letters of 700 tokens cost on qwen3-8b for 3 epochs?",
                "We plan 4 runs. What do 9,000 letters of 700 tokens cost on qwen3-8b for 3 epochs?",
                "Our budget is $300. Which model can we tune on 9,000 letters of 700 tokens?",
                "I have $1,500 left of the grant. How many examples of 600 tokens can I afford with gpt-4o?",
                "Our prompt has 2,800 tokens. When does tuning gpt-4.1-mini pay back if it shrinks to 300?",
                "gpt-4.1-mini 1,200 examples 4 runs prompt 2,800 tokens"
            })
    void whatIsAskedOrPlannedIsNone(String text) {
        assertThat(read(text).doubts())
                .extracting(Interpretation.Doubt::slot)
                .doesNotContain(SlotName.RUNS, SlotName.BUDGET_USD, SlotName.PROMPT_TOKENS);
    }

    /** The parts of a sum stand elsewhere than its result, and the doubt is about the sum. */
    @Test
    void arithmeticThatIsNearlyAsLikelyAsAnotherIsADoubt() {
        assertThat(
                        List.of(
                                "40 shops, some with 3 clerks each wrote 20 notes, and a third of the shops opted out of half. What does 4o-mini cost on the rest?",
                                "some 60 of our 240 boats wrote 30 notes, others half of that, and 2 in 5 are blank. What does 4o-mini cost on the rest?",
                                "We have 30 branches with 4 clerks, every second one wrote 25 letters and each third letter is blank. What do the rest cost on 4o-mini?"))
                .anyMatch(text -> isDoubtOfArithmetic(read(text)));
    }

    private static boolean isDoubtOfArithmetic(Interpretation read) {
        Slot<Long> examples = read.slots().get(SlotName.EXAMPLES);
        return examples != null
                && read.doubts().stream().anyMatch(doubt -> doubt.text().equals(examples.arithmetic()));
    }

    private static Interpretation read(String text) {
        return BuiltIn.read(text);
    }
}
