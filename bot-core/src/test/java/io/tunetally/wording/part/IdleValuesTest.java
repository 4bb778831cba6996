package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Inquiries;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdleValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost llama 8b 1k examples packing off | Packing changes nothing until the sequence length is known",
                "tco gpt-4o 90% cached | Only the prompt that every request repeats is cached"
            })
    void namesTheValueThatIsMissing(String question, String idle) {
        assertThat(IdleValues.of(Inquiries.today(question)))
                .singleElement()
                .asString()
                .startsWith(idle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost llama 8b 1k examples, sequence length 2048, packing off",
                "cost llama 8b 1k examples packing on",
                "tco gpt-4o 2000 token prompt, 90% cached",
                "tco gpt-4.1 3000 tokens in 200 out, 60% cached"
            })
    void saysNothingWhereItCounts(String question) {
        assertThat(IdleValues.of(Inquiries.today(question))).isEmpty();
    }
}
