package io.tunetally.interpreter.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncountedNumbersTest {
    private static final String BEFORE = "cost gpt-4.1-mini 5000 examples 3 epochs";

    @ParameterizedTest
    @ValueSource(strings = {"+1", "+1 from me", "10/10 answer"})
    void countsNoVotes(String said) {
        assertThat(Stages.follow(BEFORE, said).status()).isEqualTo(Interpretation.Status.NOT_A_REQUEST);
    }

    @Test
    void addsAnEpoch() {
        assertThat(Stages.follow(BEFORE, "+1 epoch").slots().value(SlotName.EPOCHS))
                .isEqualTo(4L);
    }
}
