package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyQuantitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what can I train for $50 | 50",
                "what can I train for 50 dollars | 50",
                "what can I train for 50 USD | 50",
                "what can I train for $1.5k | 1500",
                "budget $50 gpt-4o | 50",
                "what can I train for between $100 and $200 | 100..200",
                "what can I train for $100-$200 | 100..200",
                "what can I train for $100 to $200 | 100..200"
            })
    void anAmountIsABudgetIfTheQuestionIsWhatItBuys(String text, String budget) {
        assertThat(Stages.slots(Stages.filled(text))).contains("budgetUsd=" + budget);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost llama 8b 1k examples on a gpu at $4/hr",
                "cost gpt-4o 1k examples at $3 per 1M tokens",
                "cost gpt-4o 1k examples, we pay $20 a month"
            })
    void aPriceThatIsToldIsNoBudget(String text) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=1000").doesNotContain("budgetUsd");
    }

    @Test
    void aSignBelongsToAnAmountAndADashDoesNot() {
        assertThat(problems("what can I train for -$5")).containsExactly("budget");
        assertThat(problems("what can I train for $100-$200")).isEmpty();
    }

    @Test
    void aRangeWhoseUpperEndIsTheSmallerContradictsItself() {
        assertThat(problems("budget $1m - $5k")).containsExactly("conflict");
    }

    @ParameterizedTest
    @CsvSource({"budget 50 EUR, EUR", "budget €50, EUR", "budget £50, GBP", "budget 50 euros, EUR"})
    void otherMoneyIsNoBudgetButAskedAbout(String text, String code) {
        ParseState state = Stages.filled(text);
        assertThat(Stages.slots(state)).doesNotContain("budgetUsd");
        assertThat(state.problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.ForeignCurrency.class,
                        money -> assertThat(money.code()).isEqualTo(code));
    }

    private static List<String> problems(String text) {
        return Stages.filled(text).problems().stream().map(Problem::kind).toList();
    }
}
