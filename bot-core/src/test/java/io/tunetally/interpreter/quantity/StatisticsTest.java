package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.Interpretation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StatisticsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'count 7800\nmean 220.4\nmax 1333\nthat is tokens. gpt-4o-mini?' | examples=7800, tokensPerExample=220",
                "'count 7800\nmean 220.4\nmax 1333\ngpt-4o-mini?' | examples=7800",
                "'gpt-4o, data: file.jsonl (n=2,840)' | examples=2840"
            })
    void theCountIsTheNumberOfExamplesAndTheMeanTheirLength(String text, String candidates) {
        assertThat(Stages.candidates(Stages.counted(text.replace("\\n", "\n"))))
                .containsExactlyInAnyOrder(candidates.split(", ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p95 is 1900 tokens, does that matter?",
                "p99: 3100 tokens",
                "the longest example has 4,000 tokens"
            })
    void theSpreadOfAKnownLengthReplacesNone(String said) {
        Interpretation read = Stages.follow("cost qwen3-8b 22059 examples 612 tokens per example", said);

        assertThat(read.canonical()).isEqualTo("cost qwen3-8b 22059 examples 612 tokens per example");
        assertThat(read.problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o on our eval, n=200", "gpt-4o, head count 300"})
    void anEvaluationOrAnotherCountIsNot(String text) {
        assertThat(Stages.candidates(Stages.counted(text))).noneMatch(candidate -> candidate.startsWith("examples"));
    }
}
