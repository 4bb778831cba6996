package io.tunetally.interpreter.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LengthsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,250 dialogs, about 12 turns each, 60 tokens a turn. cost on 4.1-mini | 720",
                "1,250 dialogs, 12 turns each, 60 tokens per turn, cost 4.1-mini | 720",
                "1,250 dialogs with 12 turns of 60 tokens, cost 4.1-mini | 720"
            })
    void theTurnsOfAnExampleAddUp(String text, long tokens) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.TOKENS_PER_EXAMPLE))
                .isEqualTo(tokens);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 chats a day, 6 turns per chat, 150 tokens per turn, cost of 4o-mini"})
    void thoseOfAChatAreRequests(String text) {
        assertThat(BuiltIn.read(text).slots().has(SlotName.TOKENS_PER_EXAMPLE)).isFalse();
    }
}
