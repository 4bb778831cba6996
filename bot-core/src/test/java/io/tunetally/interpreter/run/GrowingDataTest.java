package io.tunetally.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GrowingDataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "about 500 new tickets a month, retrain monthly on 4.1-mini, what's a year of that? | 500",
                "500 new examples a month, 4.1-mini retrained monthly, cost per year? | 500",
                "retraining every month with new data (about 500 new examples per month). 4o-mini. Yearly cost? | 500",
                "500 new tickets a month, retrain quarterly on 4.1-mini, what's a year of that? | 1500",
                "3,000 new tickets a quarter, retraining it every month, 4.1-mini, cost of a year? | 1000",
                "3,000 tickets now, 500 new ones a month, retrain monthly, 4o-mini, cost of a year? | 3000"
            })
    void whatIsNewIsTrainedUnlessTheDataAreCounted(String text, long examples) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.EXAMPLES)).isEqualTo(examples);
    }

    @ParameterizedTest
    @ValueSource(strings = {"800 more requests a month, retrain monthly, 4o-mini, cost of a year?"})
    void newRequestsAreNoData(String text) {
        assertThat(BuiltIn.read(text).slots().has(SlotName.EXAMPLES)).isFalse();
    }
}
