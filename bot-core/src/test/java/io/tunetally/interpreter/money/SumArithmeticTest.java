package io.tunetally.interpreter.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a budget follows from a sum and its changes. */
final class SumArithmeticTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We have 600 dollars, 150 of it is blown, what's left has to train gpt-4o-mini. How many rows of 300 tokens?         | 450
            $10k, of which $7,500 is payroll, and we can have half of what's left. How many rows of 300 tokens on gpt-4.1?      | 1250
            The sponsor gave us $500, minus 20% the agency keeps. Can we train gpt-4o on 2,950 clips?                           | 400
            We have $3,000, a third of it is spent. Does that cover gpt-4.1 for 9,000 rows?                                     | 2000
            The PTA raised $220, and the school matched half of that. Would it cover 1,050 forms on gpt-4.1?                    | 330
            I set aside 300 dollars and the bank matched it. Is it enough to train gpt-4.1 on 1,060 pieces?                     | 600
            My partner allots 250 dollars and I put in the same. How many pairs of 70 tokens does that let us train on llama 70b? | 500
            We have 400 dollars and the trust adds another 150. Enough for gpt-4.1 on 900 rows?                                 | 550
            """)
    void appliesEachChange(String text, BigDecimal budget) {
        assertThat(budget(text)).isEqualByComparingTo(budget);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            There's 6 of us and we each chip in $75, does that cover gpt-4.1 for 900 rows?                                       | 450
            The parents give 6 dollars a pupil, and I've two classes of 25. Can I train gpt-4.1-mini with 308 essays for this?  | 300
            Nine of us in the coop bring 20 dollars each, but two have not paid. How many chats of 150 tokens can gpt-4o-mini learn? | 140
            """)
    void multipliesWhatEachGives(String text, BigDecimal budget) {
        assertThat(budget(text)).isEqualByComparingTo(budget);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We have $300 for gpt-4.1-mini, how many rows of 200 tokens? 150 of them are blank.                                   | 300
            Our budget is $80, and we are 6 people. Does it cover 900 rows on gpt-4.1-mini?                                      | 80
            """)
    void leavesASumThatNothingBecomesOf(String text, BigDecimal budget) {
        assertThat(budget(text)).isEqualByComparingTo(budget);
    }

    private static BigDecimal budget(String text) {
        BigDecimal budget = BuiltIn.read(text).slots().value(SlotName.BUDGET_USD);
        assertThat(budget).isNotNull();
        return budget;
    }
}
