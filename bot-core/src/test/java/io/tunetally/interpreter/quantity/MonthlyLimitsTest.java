package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MonthlyLimitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget $500 for training and $300 a month for hosting | 300 | 500",
                "we have $500 to train and can pay $200 monthly for inference, which model? | 200 | 500",
                "recommend a model, under $200 a month to run | 200 |",
                "recommend a model that runs for less than 200 dollars per month | 200 |",
                "tco llama 8b, hosting at most $80/month | 80 |",
                "is tuning llama 8b worth it if running it must stay below $1.5k a month? | 1500 |",
                "which model for classification at no more than $50/mo? | 50 |",
                "our hosting budget is $300 a month, which model? | 300 |",
                "can we afford gpt-4.1 at $200 a month? | 200 |",
                "could I run llama 70b for $350 a month? | 350 |",
                "recommend at most $200 a month to run | 200 |",
                "my budget is $60 a month for gpt-oss 20b at 10k requests a day | 60 |",
                "tco gpt-4.1-nano 1000 requests a day, budget $500 a month | 500 |"
            })
    void aMonthlyAmountThatMayBeSpentOnRunningIsALimit(String text, String limit, String budget) {
        String slots = Stages.slots(Stages.filled(text));
        assertThat(slots).contains("monthlyLimitUsd=" + limit);
        if (budget == null) {
            assertThat(slots).doesNotContain("budgetUsd");
        } else {
            assertThat(slots).contains("budgetUsd=" + budget);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost gpt-4o 1k examples, we pay $20 a month",
                "we pay $3,100/month for hosting gpt-4o, what does llama 8b cost?",
                "our limit is 90 a month for gpt-4o",
                "what can I train with a budget of $300 a month?",
                "hosting is $300 a month on azure. What does gpt-4o cost?",
                "what can I train for under $200?",
                "which model under 300 EUR a month to run?"
            })
    void aBillOrABudgetForTrainingIsNoLimit(String text) {
        assertThat(Stages.slots(Stages.filled(text))).doesNotContain("monthlyLimitUsd");
    }
}
