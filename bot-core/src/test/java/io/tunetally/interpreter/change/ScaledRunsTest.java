package io.tunetally.interpreter.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScaledRunsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qwen3-8b lora on one A100 at $1.64/h, 22,480 examples took 5.1 hours. cost for 60,000 examples? | 13.612",
                "our last run of qwen3-8b lora on 2x H100 took 4 hours for 10k examples. The next has 25k examples. What will it"
                        + " cost at $2.50/h? | 10",
                "the first 2,000 examples took 1 hour. How much for all 12,000 examples, llama 8b lora on an l40s at $0.9/h? | 6"
            })
    void theHoursOfARunThatIsToldGrowWithTheData(String text, String hours) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.TRAINING_HOURS)).isEqualByComparingTo(hours);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "qwen3-8b lora on an A100 at $1.64/h. 10k examples took 5 hours. What did it cost?",
                "qwen3-8b lora on an A100 at $1.64/h. 10k examples, 500 of them held out. It took 5 hours. What did that cost?"
            })
    void theHoursOfTheRunThatIsAskedAboutAreItsOwn(String text) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.TRAINING_HOURS)).isEqualByComparingTo("5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "41,200,000 tokens, 3 epochs, 7.4 h on 4x A100 at $2.49/h each, qwen3-14b. Next run has double the data and 2 epochs"
                        + " instead of 3. cost? | 9.867 | 2",
                "qwen3-14b, 10k examples, 3 epochs took 5 h on an A100 at $2/h. The next run has twice the examples. What will it"
                        + " cost? | 10 | 3"
            })
    void theHoursOfTheNextRunGrowWithItsDataAndItsEpochs(String text, String hours, long epochs) {
        Slots slots = BuiltIn.read(text).slots();

        assertThat(slots.value(SlotName.TRAINING_HOURS)).isEqualByComparingTo(hours);
        assertThat(slots.value(SlotName.EPOCHS)).isEqualTo(epochs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llama 8b, 20k rows, 6 runs of 1 epoch on a 10% sample, then the final run on all of it with 3 epochs | 72000",
                "31k rows but only 64% survive our filter. We try 3 learning rates x 2 ranks, 1 epoch each, on a 10% sample, and"
                        + " then the final run on everything with 2 epochs. What does llama 8b cost? | 51584",
                "We have 40k chats. First llama 8b on a 5% sample for 1 epoch, then the full run on the whole set, 2 epochs. Cost?"
                        + " | 82000"
            })
    void aSearchOnASampleIsAddedToTheFinalRun(String text, long examples) {
        Slots slots = BuiltIn.read(text).slots();

        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(examples);
        assertThat(slots.value(SlotName.EPOCHS)).isEqualTo(1);
        assertThat(slots.has(SlotName.RUNS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llama 8b, 20k rows, a 10% sample, 3 epochs | 2000",
                "llama 8b on a 10% sample of 8k examples, final run on everything later | 800"
            })
    void aSampleAloneIsAllThatIsTrainedOn(String text, long examples) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.EXAMPLES)).isEqualTo(examples);
    }
}
