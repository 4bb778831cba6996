package io.tunetally.interpreter.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.quantity.Budgets;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    @CsvSource(
            delimiter = '|',
            value = {
                "our LLM bill was 4,300 last month, mostly gpt-4.1. how much would fine-tuning cut it? | monthlyBillUsd=4300",
                "training budget left is 300. gpt-4.1 with 1,000 examples of 2k tokens, ok? | budgetUsd=300",
                "there's 300 left in the budget. is gpt-4.1 with 1,000 examples ok? | budgetUsd=300"
            })
    void aBillAndWhatIsLeftOfABudgetNeedNoSign(String text, String sum) {
        assertThat(Stages.slots(Stages.filled(text))).contains(sum);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llama 8b full 100M tokens, 8xA100 @ $1.29, MFU 35% | 1.29",
                "mistral-7b lora on 4x L40S we rent for $0.89 each, 10k examples | 0.89",
                "llama 8b lora 10k examples on 4x a100, we pay 1.35 for those | 1.35",
                "llama 70b lora 12k examples, together vs own 8xH100 @ 2.10/h | 2.1"
            })
    void aSmallSumRightBehindGpusIsTheirPriceOfAnHour(String text, String price) {
        assertThat(Stages.slots(Stages.filled(text)))
                .contains("gpuHourUsd=" + price)
                .doesNotContain("budgetUsd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have $20 for llama 8b lora on an A100, how many examples?",
                "RunPod A100 at 1.19/h, Lambda H100 at 2.49/h, or Fireworks? llama 8b 45k rows, 2 epochs"
            })
    void aBudgetAndAListOfPricesAreNoPriceOfTheJobsGpu(String text) {
        assertThat(Stages.slots(Stages.filled(text))).doesNotContain("gpuHourUsd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost llama 8b 1k examples on a gpu at $4/hr",
                "cost gpt-4o 1k examples at $3 per 1M tokens",
                "we trained on 1k examples. Expenses approved: $63",
                "cost gpt-4o 1k examples, we pay $20 a month"
            })
    void aPriceThatIsToldIsNoBudget(String text) {
        assertThat(Stages.slots(Stages.filled(text))).contains("examples=1000").doesNotContain("budgetUsd");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the dean approved 350 dollars for the gpt-4.1 pilot | 350",
                "we got a $75 voucher for gpt-4o | 75",
                "the group holds 600 dollars of cloud credit for llama 8b | 600",
                "there is $90 in the pot for gpt-4o | 90",
                "tune gpt-4o for < 30 bucks | 30",
                "gpt-4o, just do not go over 25 bucks | 25",
                "they released 4k (dollars) for llama 8b | 4000",
                "budget 70 gpt-4o | 70",
                "budget: 70, gpt-4o | 70",
                "our limit is 90 a month for gpt-4o | 90"
            })
    void anAmountThatMayBeSpentIsABudget(String text, String budget) {
        assertThat(Stages.slots(Stages.filled(text)))
                .contains("budgetUsd=" + budget)
                .doesNotContain("examples", "requestsPerDay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,500 USD for compute, of which 600 is gone. So 900 left for gpt-4o",
                "$2,000 in the pot. With the remaining $900, how many rows for gpt-4o?"
            })
    void whatIsLeftOfAnAmountIsTheBudget(String text) {
        assertThat(Stages.slots(Stages.filled(text))).contains("budgetUsd=900");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Would 80 dollars be sufficient for 5,000 rows on 4.1-mini? | BUDGET | 80",
                "There are 900 rows and 45 dollars, gpt-4o? | RECOMMEND | 45",
                "A lunch is 45 dollars. There are 900 rows, gpt-4o? | ESTIMATE |",
                "The last job cost us $14, gpt-4o? | RECOMMEND |",
                "The invoice said $14, gpt-4o? | BUDGET |",
                "Is $14 or $25 better for gpt-4o? | BUDGET |"
            })
    void theOnlyAmountIsTheBudgetOnceItIsKnownThatTheMessageAsksForOne(
            String text, Intent decided, @Nullable String budget) {
        ParseState state = Stages.filled(text);
        Budgets.settle(state, decided);
        if (budget == null) {
            assertThat(Stages.slots(state)).doesNotContain("budgetUsd");
        } else {
            assertThat(Stages.slots(state)).contains("budgetUsd=" + budget);
        }
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
