package io.tunetally.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.request.CanonicalText;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question has at most one open point, with a complete request for each answer. */
final class ClarificationQuestionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost llama 1.000 examples 0 epochs | ambiguous-model",
                "cost gpt-4o 0 examples 0 epochs | examples",
                "cost gpt-4o 1k examples 2k examples 0 epochs | conflict",
                "cost gpt-4o 1.000 examples 0 epochs | ambiguous-number",
                "cost gpt-4o 0 epochs | epochs",
                "budget 50 EUR | currency"
            })
    void asksTheMostTellingFirst(String text, String about) {
        assertThat(question(text).about()).isEqualTo(about);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1.000 examples 2 epochs | cost gpt-4o 1 example 2 epochs; cost gpt-4o 1000 examples 2 epochs",
                "cost gpt-4o 1k examples 2k examples | cost gpt-4o 1000 examples; cost gpt-4o 2000 examples",
                "cost gpt-4o 500 tokens | cost gpt-4o 500 tokens per example; cost gpt-4o 500 tokens total",
                "cost gpt-4o 0 epochs | cost gpt-4o 1 epoch; cost gpt-4o 3 epochs; cost gpt-4o 5 epochs"
            })
    void eachReadingIsAWholeRequest(String text, String commands) {
        assertThat(commands(text)).containsExactly(commands.split("; ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "budget 50 EUR",
                "we have 2,000 pounds to spend on fine-tuning qwen3-8b",
                "500 quid budget",
                "We have a budget of 2,000 euros. What can we train?",
                "£500 for fine-tuning llama 8b",
                "we have EUR 5k for fine-tuning"
            })
    void noButtonTakesAnotherCurrencyForDollars(String text) {
        assertThat(BuiltIn.read(text).problems()).hasAtLeastOneElementOfType(Problem.ForeignCurrency.class);
        assertThat(commands(text)).noneMatch(command -> command.contains("$") || command.startsWith("budget"));
    }

    @Test
    void aModelIsAskedForWithAllThatWasSaid() {
        assertThat(commands("cost llama lora 2k examples"))
                .contains("cost llama-3.1-8b lora 2000 examples", "cost llama-3.3-70b lora 2000 examples");
    }

    @Test
    void nothingIsAskedWhereNothingIsOpen() {
        assertThat(BuiltIn.read("cost gpt-4o 1k examples blorft").question()).isNull();
        assertThat(BuiltIn.read("cost gpt-9 1k examples").question()).isNull();
    }

    private static List<String> commands(String text) {
        return question(text).readings().stream()
                .map(reading -> CanonicalText.write(reading.request()))
                .toList();
    }

    private static Interpretation.Question question(String text) {
        Interpretation read = BuiltIn.read(text);
        assertThat(read.status()).as(text).isEqualTo(Interpretation.Status.QUESTION);
        return Objects.requireNonNull(read.question());
    }
}
