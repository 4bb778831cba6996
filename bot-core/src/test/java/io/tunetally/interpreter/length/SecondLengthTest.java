package io.tunetally.interpreter.length;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondLengthTest {
    private static final String ASKED = " What does a tuned gpt-4.1-mini cost over 12 months?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "160 pages a day, each gives 620 tokens of raw text and the cleaned text is of 58.",
                "160 mails a day, average 620 tokens, and the answer is only a name, so 58 tokens.",
                "160 notes a day, each 620 tokens. The model cuts them down to 58.",
                "160 tickets a day, each 620 tokens long with 58 returned."
            })
    void isThatOfTheAnswer(String told) {
        assertThat(BuiltIn.read(told + ASKED).canonical()).contains("620 input tokens 58 output tokens");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "split 80/10/10 train/val/test | 14720 | 1126080",
                "split 70/10/20 train/test/val | 12880 | 2252160",
                "split 90/10 train/val | 16560 | 1126080",
                "10% val and 10% test | 14720 | 1126080"
            })
    void theTestsOfASplitAreNotEvaluatedAfterEachEpoch(String split, long examples, long validation) {
        String text =
                "18,400 rows, " + split + ", avg 612 tokens. qwen3-14b lora for 3 epochs on Together, evaluate on val"
                        + " after each epoch. What does it cost?";
        Slots slots = BuiltIn.read(text).slots();

        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(examples);
        assertThat(slots.value(SlotName.VALIDATION_TOKENS)).isEqualTo(validation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "700 tok chosen+rejected each incl prompt | 1400",
                "300 tokens chosen and rejected each | 600",
                "700 tokens each | 700"
            })
    void aLengthOfBothResponsesCountsTwice(String length, long pair) {
        assertThat(BuiltIn.read("dpo qwen3-32b 6k pairs, " + length).slots().value(SlotName.TOKENS_PER_EXAMPLE))
                .isEqualTo(pair);
    }

    @Test
    void howOftenAModelIsEvaluatedAsksForNoPriceOfAnEpoch() {
        assertThat(BuiltIn.read("llama 8b 5k ex 3 epochs, evaluate each epoch, cost")
                        .slots()
                        .has(SlotName.PRICED_UNIT))
                .isFalse();
    }

    @Test
    void theTextsThatAreSentHaveTheLengthOfTheInput() {
        String text =
                "The few-shot prompt is 4,100 tokens and the texts are 350 tokens, 1.1M texts to label, one time job, answers"
                        + " are 8 tokens. Is it cheaper to batch gpt-4.1 or tune llama 8b on 2,400 examples?";
        Slots slots = BuiltIn.read(text).slots();

        assertThat(slots.value(SlotName.INPUT_TOKENS)).isEqualTo(350);
        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(2_400);
        assertThat(slots.number(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo("36666.666667");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "160 pages a day, each 620 tokens, and the prompt is 58.",
                "160 pages a day, each 620 tokens, which is $58.",
                "160 pages a day, each 620 tokens, and 58 people read them."
            })
    void isNoOtherNumber(String told) {
        assertThat(BuiltIn.read(told + ASKED).canonical()).doesNotContain("58 output tokens");
    }
}
