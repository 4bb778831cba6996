package io.tunetally.interpreter.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodCorrectionsTest {
    private static final String BEFORE = "tco gpt-4.1-mini 3000 examples 1000 requests per day 12 months";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no sorry, that's per week|142.857143",
                "oops, I meant per month|33.333333",
                "it's weekly actually|142.857143",
                "per hour I mean|24000"
            })
    void putsTheSameNumberInAnotherPeriod(String said, BigDecimal perDay) {
        assertThat(Stages.follow(BEFORE, said).slots().value(SlotName.REQUESTS_PER_DAY))
                .isEqualByComparingTo(perDay);
    }

    @Test
    void leavesTrafficAloneWhereMoreIsSaid() {
        assertThat(Stages.follow(BEFORE, "sorry, retrain it every week").slots().value(SlotName.REQUESTS_PER_DAY))
                .isEqualByComparingTo("1000");
    }
}
