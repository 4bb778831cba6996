package io.tunetally.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RerunsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first run bad, two reruns, 3k rows llama 8b. total?|3 runs",
                "3k rows llama 8b plus one rerun, total?|2 runs",
                "if the first run is bad and we redo it twice, 3k examples, gpt-4.1-mini, cost|3 runs",
                "redo it twice, 3k rows llama 8b, cost|2 runs"
            })
    void addsTheFirstRun(String said, String runs) {
        assertThat(BuiltIn.read(said).canonical()).contains(runs);
    }
}
