package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PortionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tune gpt-4o with 640 good ones out of the 2,100 we have | 640",
                "tune gpt-4o: 5,120 sonnets, of which 430 are broken, so 4,690 | 4690",
                "tune gpt-4o, we only got hold of 900 of the 2,400 letters | 900",
                "7,400 approved, 900 rejected, they go into tuning gpt-4o | 7400"
            })
    void thePartThatIsKeptIsTheData(String text, String examples) {
        assertThat(Stages.candidates(Stages.counted(text))).containsExactly("examples=" + examples);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tune gpt-4o, it got 410 of 450 tests right",
                "tune gpt-4o, 325 were duplicates",
                "tune gpt-4o, nine out of ten like it"
            })
    void aScoreAndWhatIsDroppedAreNoData(String text) {
        assertThat(Stages.candidates(Stages.counted(text))).noneMatch(candidate -> candidate.startsWith("examples"));
    }
}
