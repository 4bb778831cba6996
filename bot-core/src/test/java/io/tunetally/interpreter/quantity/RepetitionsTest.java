package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RepetitionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o should see the 900 rows five times, cost? | epochs=5",
                "900 rows for gpt-4o, twice through, cost? | epochs=2",
                "900 rows, and gpt-4o reads them thrice. Cost? | epochs=3",
                "tuning gpt-4o on 900 rows, we had to redo it four times, cost? | runs=4",
                "we train gpt-4o 10 times while we look for a rate, 900 rows, cost? | runs=10",
                "900 rows for gpt-4o, a validation set of 50k tokens checked 6 times. Cost? | evaluations=6",
                "{\"model\": \"gpt-4o\", \"runs\": 6, \"examples\": 900} the sum? | runs=6"
            })
    void timesCountPassesRunsOrEvaluations(String text, String candidate) {
        assertThat(Stages.candidates(Stages.counted(text))).contains(candidate);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tuning gpt-4o on 900 rows is 3 times cheaper, why?",
                "tuning gpt-4o on 900 rows, the others are 4 times as much",
                "900 rows for gpt-4o, thrice the price"
            })
    void aComparisonIsNoRepetition(String text) {
        assertThat(Stages.candidates(Stages.counted(text))).containsExactly("examples=900");
    }
}
