package io.tunetally.interpreter.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.api.Test;

final class WholeContextTest {
    @Test
    void isTheLengthOfASequenceWhereNothingIsSent() {
        Slots slots =
                BuiltIn.read("qlora llama 70b, 16k context, 5k examples, cost?").slots();
        assertThat(slots.value(SlotName.SEQUENCE_LENGTH)).isEqualTo(16_000);
        assertThat(slots.has(SlotName.PROMPT_TOKENS)).isFalse();
    }

    @Test
    void isTheInputOfARequest() {
        Slots slots = BuiltIn.read("llama 8b lora, 2k context, 800 requests a day, cost?")
                .slots();
        assertThat(slots.value(SlotName.INPUT_TOKENS)).isEqualTo(2_000);
        assertThat(slots.has(SlotName.PROMPT_TOKENS)).isFalse();
    }
}
