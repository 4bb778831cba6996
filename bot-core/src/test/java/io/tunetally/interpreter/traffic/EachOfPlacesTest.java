package io.tunetally.interpreter.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EachOfPlacesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "40 hotels, a hotel gets about 12 questions a day, llama 8b per month",
                "We run 40 hotels. A hotel gets some 12 questions a day. llama 8b per month?",
                "40 hotels, each gets about 12 questions a day, llama 8b per month"
            })
    void multipliesTheRateOfOne(String said) {
        assertThat(BuiltIn.read(said).slots().value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo("480");
    }

    @Test
    void leavesTheRateOfAnotherThing() {
        assertThat(BuiltIn.read("40 rooms, a waiter gets about 12 questions a day, llama 8b per month")
                        .slots()
                        .value(SlotName.REQUESTS_PER_DAY))
                .isEqualByComparingTo("12");
    }
}
