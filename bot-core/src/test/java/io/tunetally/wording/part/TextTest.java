package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextTest {
    @ParameterizedTest
    @CsvSource({"'', ''", "a, A", "epochs must be 1, Epochs must be 1", "LoRA, LoRA", "1 epoch, 1 epoch"})
    void capitalisesTheFirstLetterAlone(String text, String capitalised) {
        assertThat(Text.capitalised(text)).isEqualTo(capitalised);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0 months", "1 | 1 month", "2 | 2 months", "1000 | 1,000 months"})
    void countsInTheSingularAndPlural(long count, String written) {
        assertThat(Text.counted(count, "month")).isEqualTo(written);
    }
}
