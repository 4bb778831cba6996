package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpeechActTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "what would gpt-4o cost",
                "gpt-4o with 1k examples?",
                "I need the total cost",
                "let me know what it costs",
                "not sure what it would cost",
                "tell me what gpt-4o costs",
                "gpt-4o 1k examples, price pls",
                "gpt-4o 1k examples, rough cost",
                "how many examples can I afford",
                "break even for gpt-4o, trained on 2k rows"
            })
    void asksOrCommands(String text) {
        assertThat(SpeechAct.asks(Stages.filled(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cost was $12",
                "we trained gpt-4o for 3 epochs",
                "the weather is nice",
                "the payments team is going to tune gpt-4o"
            })
    void oneThatMerelyTellsDoesNot(String text) {
        assertThat(SpeechAct.asks(Stages.filled(text))).isFalse();
    }
}
