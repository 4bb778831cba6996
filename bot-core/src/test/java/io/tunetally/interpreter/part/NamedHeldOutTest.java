package io.tunetally.interpreter.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamedHeldOutTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "qwen3 8b lora, 326 train 82 dev, 500 tokens",
                "qwen3 8b lora 326 train, 82 dev",
                "we have 326 train and 82 dev examples, llama 8b cost?",
                "llama 8b lora, 326 train / 82 eval"
            })
    void aSplitBesideTheTrainingDataIsHeldOut(String text) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(326L);
        assertThat(slots.value(SlotName.HELD_OUT_EXAMPLES)).isEqualTo(82L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.8/0.1/0.1 split, 30k rows, llama 8b lora",
                "train/test 0.8/0.2 on 30k rows, llama 8b lora",
                "80/10/10 of 30k, llama 8b lora",
                "llama 8b lora, 24k rows for training, 6k for test"
            })
    void theRestOfASplitIsHeldOut(String text) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(24_000L);
        assertThat(slots.value(SlotName.HELD_OUT_EXAMPLES)).isEqualTo(6_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "llama 8b, 4 people train 82 dev machines, 3000 examples",
                "1,200 examples, 4 dev, llama 8b",
                "llama 8b lora on 326 examples, 82 dev tokens each"
            })
    void anotherWordBetweenMakesNoSplit(String text) {
        assertThat(BuiltIn.read(text).slots().has(SlotName.HELD_OUT_EXAMPLES)).isFalse();
    }
}
