package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CountedNounsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what would tuning gpt-4o on 1,440 limericks cost | 1440",
                "tune llama 8b with 2.2k telegram rants | 2200",
                "fine-tune gpt-4o, we have 16k haiku | 16000",
                "train gpt-4o once on 6k. The total? | 6000",
                "tune gpt-4o, we got 700 of those | 700",
                "tune gpt-4o with 120 of my guild rants | 120",
                "tune gpt-4o on 90k synthetic instructions | 90000",
                "tune gpt-4o on 310 bids. The office has 45 desks | 310"
            })
    void theOnlyLargeCountIsOfExamples(String text, String examples) {
        assertThat(Stages.candidates(Stages.counted(text))).containsExactly("examples=" + examples);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,440 limericks were read aloud",
                "tune gpt-4o for 12 librarians",
                "tune gpt-4o, 45 limericks a week come in",
                "tune gpt-4o on 2M tokens by 45 poets",
                "tune gpt-4o, it fits a 4080 or 4090",
                "tune gpt-4o, the bug 4711 is closed"
            })
    void aSmallCountARateOrAnIndexIsNot(String text) {
        assertThat(Stages.candidates(Stages.counted(text))).noneMatch(candidate -> candidate.startsWith("examples"));
    }
}
