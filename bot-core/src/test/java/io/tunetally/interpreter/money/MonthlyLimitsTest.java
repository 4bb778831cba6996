package io.tunetally.interpreter.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MonthlyLimitsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it eats $5,200 a month at 18k calls a day. is a tuned gpt-4.1-mini worth it? | 5200",
                "the bill is $410 every month. when does a tuned gpt-4.1-nano pay back? | 410",
                "$2,400 a month goes to OpenAI. does fine-tuning gpt-4.1-mini pay off? | 2400",
                "it was $1,800 last month with the model we use today. when does a tuned gpt-4.1-mini pay back? | 1800",
                "what would change for a tuned gpt-4.1-nano to beat the $900 a month we pay now? | 900"
            })
    void whatIsPaidTodayForAModelThatIsNotSaidIsABill(String text, String bill) {
        assertThat(Stages.slots(Stages.filled(text)))
                .contains("monthlyBillUsd=" + bill)
                .doesNotContain("untuned");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a competitor pays $5,200 a month. is tuning gpt-4.1-mini worth it?",
                "a colleague in Bath pays $300 a month for hers. does a tuned gpt-4.1-mini pay off?",
                "they pay us 3,200 a month. when would a tuned gpt-4.1-mini pay off?",
                "the last training cost us $300. when does a tuned gpt-4.1-nano pay off?"
            })
    void whatOthersPayOrATrainingCostIsNoBill(String text) {
        assertThat(Stages.slots(Stages.filled(text))).doesNotContain("monthlyBillUsd");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budget $500 for training and $300 a month for hosting | 300 | 500",
                "we have $500 to train and can pay $200 monthly for inference, which model? | 200 | 500",
                "recommend a model, under $200 a month to run | 200 |",
                "we have 1,200 dollars a year for a tuned model, 110 questions a day. which model? | 100 |",
                "we have $1,200 a year for a bot that answers patrons, about 110 a day. which model? | 100 |",
                "recommend a model that runs for less than 200 dollars per month | 200 |",
                "tco llama 8b, hosting at most $80/month | 80 |",
                "is tuning llama 8b worth it if running it must stay below $1.5k a month? | 1500 |",
                "which model for classification at no more than $50/mo? | 50 |",
                "our hosting budget is $300 a month, which model? | 300 |",
                "can we afford gpt-4.1 at $200 a month? | 200 |",
                "could I run llama 70b for $350 a month? | 350 |",
                "recommend at most $200 a month to run | 200 |",
                "my budget is $60 a month for gpt-oss 20b at 10k requests a day | 60 |",
                "tco gpt-4.1-nano 1000 requests a day, budget $500 a month | 500 |",
                "we have $100 a month, llama 8b, 10k requests a day, is that enough? | 100 |",
                "we have $1200 per year for running qwen3 8b with 10k requests a day | 100 |",
                "tco qwen3 8b at most $1200 a year to run | 100 |",
                "our bill must stay under $300 a month, qwen3 8b, 50k requests a day | 300 |",
                "is 150 a month enough to run 4.1 mini for 60 nurses asking 10 things a day | 150 |",
                "does 200 dollars monthly cover 1000 tickets a day on llama 8b tuned? | 200 |",
                "can we do 400 queries a day with $80 a month? llama 8b | 80 |",
                "we have 30 a month, llama 8b, 100 chats a day, enough? | 30 |",
                "1k to train and 150 monthly to run, llama 70b, 9k rows, 200 a day? | 150 | 1000",
                "1k for training and 200 a month for running, gpt-4.1-mini, 6k leases | 200 | 1000",
                "600 dollars for training, 90 a month for running. llama 8b with 4k rows, ok? | 90 | 600"
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
                "which model under 300 EUR a month to run?",
                "is 500 a day enough for a tuned llama 8b to pay off?",
                "we have 30 tickets a month, llama 8b, enough?",
                "1k for training and 200 for eval, llama 8b cost"
            })
    void aBillOrABudgetForTrainingIsNoLimit(String text) {
        assertThat(Stages.slots(Stages.filled(text))).doesNotContain("monthlyLimitUsd");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we spend $3,000 a month on gpt-4o, would fine-tuning 4o mini help? | 3000 | gpt-4o",
                "our gpt-4o bill is $3k/month, is it worth tuning qwen3 8b? | 3000 | gpt-4o",
                "gpt-4o costs us $3,000 a month. does a tuned qwen3 8b pay off? | 3000 | gpt-4o",
                "spending 3k usd monthly on gpt-4o, migrate to a fine-tuned qwen3 8b? | 3000 | gpt-4o",
                "what would a tuned gpt-oss 20b save? we spend $2,000 a month on gpt-4.1 | 2000 | gpt-4.1",
                "compare gpt-4o and qwen3 8b, we spend $3000 a month on gpt-4o | 3000 | gpt-4o",
                "we spend $36,000 a year on gpt-4.1, should we fine-tune? | 3000 | gpt-4.1",
                "we spend $100 a day on gpt-4o, can fine-tuning reduce that? | 3000 | gpt-4o",
                "worth it gpt-4o bill $500 a month | 500 | gpt-4o"
            })
    void aMonthlyAmountThatIsPaidForAModelIsItsBill(String text, String bill, String model) {
        assertThat(Stages.slots(Stages.filled(text)))
                .contains("monthlyBillUsd=" + bill, "untuned=" + model)
                .doesNotContain("budgetUsd", "monthlyLimitUsd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we pay $99 a month for Zapier. What does gpt-4o-mini with 2k examples cost?",
                "we can pay $300 a month for running gpt-4o, 100 requests a day",
                "we want to spend $300 a month on gpt-4o",
                "our h100 costs us $2 an hour, llama 8b"
            })
    void anAmountForAnythingElseOrOfWishesIsNoBill(String text) {
        assertThat(Stages.slots(Stages.filled(text))).doesNotContain("monthlyBillUsd");
    }

    @Test
    void aBillWithoutAModelWaitsForOne() {
        assertThat(Stages.slots(
                        Stages.filled("our openai bill is 3000 dollars a month, would fine-tuning save money?")))
                .contains("monthlyBillUsd=3000")
                .doesNotContain("untuned", "budgetUsd");
    }
}
