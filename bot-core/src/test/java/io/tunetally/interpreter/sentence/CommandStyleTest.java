package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandStyleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lora 8b 1k examples",
                "cost gpt-4o 1k examples 3 epochs",
                "tco gpt-4o 100 requests a day",
                "method=lora model=gpt-4o",
                "ft:gpt-4o:my-org::id 1k examples",
                "gpt-4o vs llama 8b",
                "blorft"
            })
    void aCommandHasNoSentenceAroundIt(String text) {
        assertThat(CommandStyle.isTerse(Stages.drafted(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the cost of gpt-4o",
                "how is gpt-4o",
                "gpt-4o is nice",
                "we trained gpt-4o",
                "the weather is nice",
                "gpt-4o for marketing"
            })
    void aSentenceIsNoCommand(String text) {
        assertThat(CommandStyle.isTerse(Stages.drafted(text))).isFalse();
    }
}
