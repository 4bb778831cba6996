package io.tunetally.interpreter.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
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
}
