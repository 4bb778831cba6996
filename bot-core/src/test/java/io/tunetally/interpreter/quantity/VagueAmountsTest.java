package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VagueAmountsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o a few examples | examples | a few | 2, 3, 5",
                "cost gpt-4o a few epochs | epochs | a few | 2, 3, 5",
                "cost gpt-4o a couple hundred rows | examples | a couple hundred | 200, 300, 500",
                "cost gpt-4o a few thousand examples | examples | a few thousand | 2000, 3000, 5000",
                "cost gpt-4o several thousand tickets | examples | several thousand | 2000, 3000, 5000"
            })
    void asksWhichNumberIsMeant(String text, String slot, String typed, String suggestions) {
        assertThat(Stages.filled(text).problems())
                .singleElement()
                .isInstanceOfSatisfying(Problem.AmbiguousNumber.class, problem -> {
                    assertThat(problem.slot().word()).isEqualTo(slot);
                    assertThat(problem.text()).isEqualTo(typed);
                    assertThat(problem.suggestions()).isEqualTo(List.of(suggestions.split(", ", -1)));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost gpt-4o 1k examples, a few of them long", "a few colleagues ask what gpt-4o costs"})
    void aVagueAmountOfSomethingElseIsNotAskedAbout(String text) {
        assertThat(Stages.filled(text).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "That's thousands a month. From which usage on does llama 70b on an h100 beat paying per token?",
                "it would be hundreds of thousands a month on gpt-4o, is tuning worth it?"
            })
    void manyAMonthAreNoRequests(String text) {
        assertThat(Stages.slots(Stages.filled(text))).doesNotContain("requestsPerDay");
    }
}
