package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that do not go with each other are told, and stay as they were said. */
final class ValidatorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o lora | method | lora | gpt-4o",
                "cost gpt-4o on together | provider | together | gpt-4o",
                "cost llama 8b on openai | provider | openai | llama-3.1-8b",
                "self-host gpt-4o | provider | self-host | gpt-4o"
            })
    void aMethodOrProviderThatTheModelDoesNotHaveIsTold(String text, String kind, String typed, String model) {
        ParseState state = checked(text);
        assertThat(state.problems()).singleElement().isInstanceOfSatisfying(Problem.NotOffered.class, problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.text()).isEqualTo(typed);
            assertThat(problem.model()).isEqualTo(model);
            assertThat(problem.suggestions()).isNotEmpty();
        });
        assertThat(Stages.slots(state)).contains(kind + "=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost gpt-4o full",
                "cost llama 8b lora on together",
                "cost qwen 32b on fireworks",
                "gpt-4o vs llama 8b lora",
                "compare all on together",
                "cost gpt-9 on openai"
            })
    void whatGoesTogetherIsNotTold(String text) {
        assertThat(checked(text).problems()).noneMatch(Problem.NotOffered.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k examples 500 tokens each 500k tokens in total | false",
                "cost gpt-4o 1k examples 500 tokens each 504k tokens in total | false",
                "cost gpt-4o 1k examples 500 tokens each 3M tokens in total | true",
                "cost gpt-4o 1k examples about 500 tokens each 600k tokens in total | false",
                "cost gpt-4o 1k examples 500 tokens each 600k tokens in total | true"
            })
    void aTotalThatIsNotTheProductContradictsIt(String text, boolean contradicts) {
        assertThat(checked(text).problems().stream().anyMatch(Problem.Conflict.class::isInstance))
                .isEqualTo(contradicts);
    }

    private static ParseState checked(String text) {
        ParseState state = Stages.filled(text);
        Validator.check(state, state.slots.build());
        return state;
    }
}
