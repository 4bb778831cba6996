package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountSumTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o on 1,200 + 800 rows, cost? | examples=2000",
                "gpt-4o on 1,200 mails plus 800 chats, cost? | examples=2000",
                "tune gpt-4o on 1,200 + 800 + 500 rows, cost? | examples=2500",
                "The three piles are typed: 640 + 320 + 240. Tuning goes to gpt-4o-mini. | examples=1200",
                "tune gpt-4o on 1,200 mails, 800 chats plus 500 forms, cost? | examples=2500"
            })
    void addsWhatAPlusJoins(String text, String candidate) {
        assertThat(Stages.candidates(Stages.counted(text))).containsExactly(candidate);
    }
}
