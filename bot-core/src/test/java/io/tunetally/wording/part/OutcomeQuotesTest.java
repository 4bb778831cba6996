package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.wording.Worded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutcomeQuotesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o | 1",
                "cost llama 8b | 2",
                "tco gpt-4o | 1",
                "compare all | 7",
                "break even gpt-4o | 1",
                "break even gpt-4o vs llama 8b full | 2",
                "what can I train for $50 | 7",
                "recommend | 3",
                "should I fine-tune | 1",
                "cost gpt-4o 1.000 examples | 2",
                "models | 0",
                "help | 0",
                "cost gpt-9 1k examples | 0",
                "nice weather today | 0"
            })
    void areThoseThatAnAnswerRestsOn(String question, int quotes) {
        assertThat(OutcomeQuotes.of(Worded.outcomeByGuide(question))).hasSize(quotes);
    }
}
