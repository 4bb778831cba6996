package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number outside its slot's limits is a problem that names it; it is never changed, dropped or an exception. */
class ImpossibleValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k examples 3 epochs | 3-4.5 | epochs | 3-4.5",
                "tco gpt-4o 6 months | 3-4.5 | months | 3-4.5",
                "tco gpt-4o 6 months | 2.5 instead | months | 2.5",
                "cost gpt-4o 60 epochs | double the epochs | epochs | double",
                "cost gpt-4o 3 epochs | half the epochs | epochs | half"
            })
    void areNamedInAFollowUp(String before, String after, String kind, String typed) {
        Interpretation read = follow(before, after);

        assertThat(read.status()).isEqualTo(Interpretation.Status.QUESTION);
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind))
                .satisfies(problem -> assertThat(problem.text()).isEqualTo(typed));
    }

    @Test
    void doublesBothEndsOfARange() {
        Interpretation read = follow("cost gpt-4o 1000-2000 examples", "double the examples");

        assertThat(read.canonical()).isEqualTo("cost gpt-4o 2000-4000 examples");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qwen -32b on fireworks",
                "llama -7b self-host on h100",
                "cost qwen 0b on fireworks 3M tokens",
                "cost qwen 99999999999999999999999999999999999999b on fireworks",
                "cost -8b lora"
            })
    void includeSizesOfModels(String text) {
        isNoSize(text);
    }

    @Test
    void includeASizeOf300Digits() {
        isNoSize("cost qwen " + "9".repeat(300) + "b on fireworks");
    }

    private static void isNoSize(String text) {
        Interpretation read = BuiltIn.read(text);

        assertThat(read.slots().has(SlotName.SIZE_B)).isFalse();
        assertThat(read.slots().has(SlotName.MODELS)).isFalse();
        assertThat(read.problems())
                .filteredOn(Problem.OutOfRange.class::isInstance)
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo("model"));
    }

    @Test
    void leaveOpenWhetherADigitBehindAFamilyIsItsVersion() {
        Interpretation read = BuiltIn.read("cost gemini 4 800 examples");

        assertThat(read.status()).isEqualTo(Interpretation.Status.QUESTION);
        assertThat(labels(read)).containsExactly("4800", "800");
        assertThat(BuiltIn.read("cost gpt-4o 4 800 examples").slots().value(SlotName.EXAMPLES))
                .isEqualTo(4800L);
    }

    @Test
    void includeABudgetWhoseUpperEndIsTheSmaller() {
        Interpretation read = BuiltIn.read("budget $1m - $5k");

        assertThat(read.status()).isEqualTo(Interpretation.Status.QUESTION);
        assertThat(labels(read)).containsExactly("1000000", "5000");
        Slot<BigDecimal> range = BuiltIn.read("budget $1k - $5k").slots().get(SlotName.BUDGET_USD);
        assertThat(Objects.requireNonNull(range).high()).isEqualByComparingTo("5000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zxqv <<>>6 *_7 ~^|22", "6 *_7", "~^|22 * 4 ;;", "qj 3 * 4 kk"})
    void makeNoRequestOfNumbersBesideSigns(String text) {
        assertThat(BuiltIn.read(text).status()).isEqualTo(Interpretation.Status.NOT_A_REQUEST);
        assertThat(follow("cost gpt-4o 1k examples", text).request()).isNull();
    }

    @Test
    void areNotMadeOfAProductThatStandsAlone() {
        assertThat(BuiltIn.read("1k x 500 x 3").canonical())
                .isEqualTo("cost 1000 examples 500 tokens per example 3 epochs");
    }

    @Test
    void nameASizeThatStandsForNoModelBesideOneThatDoes() {
        Interpretation read = BuiltIn.read("cost 8b or 13b lora");

        assertThat(read.canonical()).isEqualTo("cost llama-3.1-8b lora");
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).isEqualTo("13b"));
    }

    @Test
    void takeTheFirstModelsOfAListThatIsTooLong() {
        String models = String.join(
                " vs ",
                BuiltIn.CATALOG.models().stream()
                        .map(model -> model.id().value())
                        .limit(30)
                        .toList());

        Interpretation read = BuiltIn.read("compare " + models + " 1k examples");

        assertThat(read.slots().value(SlotName.MODELS)).hasSize(16);
        assertThat(read.problems()).hasAtLeastOneElementOfType(Problem.TooMany.class);
    }

    private static Interpretation follow(String before, String after) {
        Request remembered = Objects.requireNonNull(BuiltIn.read(before).request());
        return BuiltIn.INTERPRETER.read(after, Markup.PLAIN, true, remembered);
    }

    private static List<String> labels(Interpretation read) {
        return Objects.requireNonNull(read.question()).readings().stream()
                .map(Interpretation.Reading::label)
                .toList();
    }
}
