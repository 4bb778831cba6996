package io.tunetally.interpreter.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CorrectedSumsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we have $1200 for this, no wait $1100. does that cover 4o-mini with 9000 rows? | 1100",
                "we have 1.2k dollars left for this, no wait 1.1k. does that cover 4o-mini with 9000 rows? | 1100",
                "budget 1200 dollars, sorry 1100. 4o-mini 9000 rows | 1100",
                "budget $300, 4o-mini 900 rows, sorry 950 | 300"
            })
    void theSumThatCorrectsTheOtherIsTheBudget(String text, String dollars) {
        assertThat(BuiltIn.read(text).slots().number(SlotName.BUDGET_USD)).isEqualByComparingTo(dollars);
    }
}
