package io.tunetally.interpreter.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DroppedPromptsTest {
    private static final String ASKED =
            " 900 calls a day, 60 tokens in and 40 out, gpt-4.1-mini. When do we break even?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The returns policy is 1,350 tokens of our prompt and a tuned model could do without it altogether.",
                "Our dosing guide eats 1,350 tokens per call. Trained, we would leave it out entirely.",
                "The 1,350-token system prompt is gone after training.",
                "The checklist sits in the prompt and takes 1,350 tokens. Tuned it would take none.",
                "We could drop the 1,350-token cataloguing guide altogether.",
                "Prompt today 1,350 tokens, after fine-tuning 0."
            })
    void leavesNothing(String told) {
        assertThat(BuiltIn.read(told + ASKED).canonical()).contains("1350 prompt tokens 0 tuned prompt tokens");
    }

    @ParameterizedTest
    @CsvSource({
        "after tuning the system prompt is gone completely,0",
        "the prompt disappears entirely after tuning,0",
        "300 of the examples are gone and the prompt stays,400"
    })
    void leavesNothingOfThePromptOfAConversation(String said, long tuned) {
        String before =
                "breakeven gpt-4.1-mini 2500 examples 900 requests per day 2000 prompt tokens 400 tuned prompt tokens";
        assertThat(Stages.follow(before, said).slots().value(SlotName.TUNED_PROMPT_TOKENS))
                .isEqualTo(tuned);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We dropped the idea of a second vendor completely. The prompt stays at 1,350 tokens.",
                "Our prompt of 1,350 tokens is not going away altogether.",
                "The prompt has 1,350 tokens. 150 duplicates we would drop altogether.",
                "With gpt-4.1 the prompt has 1,350 tokens, and nothing else changes after training."
            })
    void leavesThePromptAlone(String told) {
        assertThat(BuiltIn.read(told + ASKED).canonical())
                .contains("1350 prompt tokens")
                .doesNotContain("tuned prompt tokens");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80 tokens of instruction once it's tuned. | 80 tuned prompt tokens",
                "180 tokens of instruction when it is trained. | 180 tuned prompt tokens",
                "instruction 2,650 before and 320 after. | 2650 prompt tokens 320 tuned prompt tokens",
                "instructions from 1,650 to 150. | 1650 prompt tokens 150 tuned prompt tokens"
            })
    void readsTheLengthAfterTuning(String told, String lengths) {
        assertThat(BuiltIn.read("We have " + told + ASKED).canonical()).contains(lengths);
    }
}
