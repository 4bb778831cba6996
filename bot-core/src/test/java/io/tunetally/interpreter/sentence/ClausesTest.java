package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClausesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what about 3 epochs | true",
                "same with 3 epochs | true",
                "double the requests please, marketing just told me about the launch | true",
                "add 3 epochs | true",
                "cost gpt-4o 3 epochs | false",
                "what about the weather | false"
            })
    void aValueWithAWordThatGoesOnLeads(String text, boolean led) {
        assertThat(new Clauses(Stages.filled(text)).isLed()).isEqualTo(led);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 3 epochs | 0 | 0",
                "cost gpt-4o 3 epochs blorft | 1 | 1",
                "cost gpt-4o 3 epochs, blorft snorf said so | 0 | 3"
            })
    void onlyWordsOfTheClausesThatMatterAreForeign(String text, int foreign, int all) {
        Clauses clauses = new Clauses(Stages.filled(text));
        assertThat(clauses.foreignWords()).isEqualTo(foreign);
        assertThat(clauses.allForeignWords()).isEqualTo(all);
    }
}
