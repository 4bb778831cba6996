package io.tunetally.interpreter.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumSharesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Board approved 40k for AI this year, a third of it may go into fine-tuning. Worth it to tune gpt-4.1? | 13333.33",
                "our budget is $9,000, half of it for training llama 70b. is that enough? | 4500",
                "our budget is $9,000 of which 20% is for tuning. what can we tune? | 1800",
                "the board approved 40k for AI. what can we tune? | 40000",
                "we have $900 and 2,000 tickets, half of them for training. enough for llama 8b? | 900",
                "QA approved 4,000 of them. what does tuning llama 8b cost? | "
            })
    void takesTheShareOfABudgetThatIsForTuning(String text, String budget) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.BUDGET_USD))
                .isEqualTo(budget == null ? null : new BigDecimal(budget));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we pay $4,300 a month for gpt-4o, 90% of it for support chat. is tuning worth it? | 3870",
                "our gpt-4.1 bill is $2,000 a month, two thirds of that for triage. would tuning pay off? | 1333.33",
                "we pay $4,300 a month for gpt-4o, 60% of it is the prompt. is tuning worth it? | 4300",
                "we pay $4,300 a month for gpt-4o, 20% of it for embeddings. is tuning worth it? | 4300"
            })
    void takesTheLargerShareOfABill(String text, String bill) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.MONTHLY_BILL_USD))
                .isEqualByComparingTo(new BigDecimal(bill));
    }
}
