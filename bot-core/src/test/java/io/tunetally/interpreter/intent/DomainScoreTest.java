package io.tunetally.interpreter.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DomainScoreTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the weather is nice | 0",
                "we have a budget of $50 | 0",
                "for 6 months | 0",
                "gpt-4o | 2",
                "llama | 1",
                "1k examples | 1",
                "lora | 2",
                "dpo | 2",
                "we tune it | 2",
                "3M tokens | 2",
                "gpt-4o 1k examples | 3",
                "gpt-4o lora 1k examples 3 epochs | 6"
            })
    void whatHasNoOtherLifeWeighsTwo(String text, int weight) {
        assertThat(DomainScore.weight(Stages.filled(text))).isEqualTo(weight);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "should I fine-tune | true",
                "full finetuning | true",
                "we tune gpt-4o | true",
                "gpt-4o with lora | true",
                "gpt-4o 1k examples | true",
                "gpt-4o is nice | false",
                "lora is a radio standard | false"
            })
    void speaksOfTuningItself(String text, boolean about) {
        assertThat(DomainScore.isAboutTuning(Stages.filled(text))).isEqualTo(about);
    }
}
