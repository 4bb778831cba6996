package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamePartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price for the 7b at together? | 7",
                "What would SFT on a 32B set our co-op back? | 32",
                "the 7B took us 8 hours on an A100. how much would that be at together? | 7",
                "My estimate for 13B and 50k rows is $60 on together; is that a lot? | 13",
                "what does the training of the 13b cost on 5k examples | 13"
            })
    void theOnlySizeOfAQuestionIsThatOfItsModel(String text, String billions) {
        assertThat(BuiltIn.read(text).slots().number(SlotName.SIZE_B)).isEqualByComparingTo(billions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I was going for the 70B. Anything smaller you'd recommend for 3,900 examples?",
                "any open models above 100B that a service would fine-tune for me?",
                "What would a bigger one cost? The 3B is impressive for its size.",
                "the 13B cost them 300. what would qwen3 8b cost on 4k examples?"
            })
    void aSizeThatOthersAreComparedWithIsNone(String text) {
        assertThat(BuiltIn.read(text).slots().has(SlotName.SIZE_B)).isFalse();
    }
}
