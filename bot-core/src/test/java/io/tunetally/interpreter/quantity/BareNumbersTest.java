package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BareNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1k x 500 x 3 | examples=1000, tokensPerExample=500, epochs=3",
                "cost gpt-4o 1000 x 500 x 3 | examples=1000, tokensPerExample=500, epochs=3",
                "cost gpt-4o 1k examples x 500 x 3 | examples=1000, tokensPerExample=500, epochs=3",
                "1k examples x 3 | examples=1000, epochs=3",
                "is this right for gpt-4o: 2000 x 500 x 3 = 3M tokens | examples=2000, tokensPerExample=500, epochs=3",
                "cost gpt-4o 1000 | examples=1000",
                "gpt-4o 5k lora | examples=5000",
                "I am not sure how many rows, somewhere between 3k and 6k | examples=3000..6000"
            })
    void aFactorOrTheOneNumberOfACommandCounts(String text, String candidates) {
        assertThat(Stages.candidates(Stages.counted(text))).containsExactly(candidates.split(", ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zxqv <<>>6 *_7",
                "I have a 5x24x8 matrix for gpt-4o",
                "cost gpt-4o 5 blorfts",
                "room 12",
                "cost gpt-4o in 2027"
            })
    void anotherNumberWithoutAUnitCountsNothing(String text) {
        assertThat(Stages.candidates(Stages.counted(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cost gpt-4o 1000 2000, 1", "cost gpt-4o 1000, 0", "cost gpt-4o 5k / blorft / 3 7, 1"})
    void ofSeveralNumbersItIsNotKnownWhichCounts(String text, int open) {
        assertThat(Stages.counted(text).candidates.openCounts().size()).isEqualTo(open);
    }
}
