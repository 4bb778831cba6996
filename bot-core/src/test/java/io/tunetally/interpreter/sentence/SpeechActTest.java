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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we trained gpt-4o. tell me what llama 8b costs",
                "The price is the only thing I need",
                "break even for gpt-4o, trained on 2k rows"
            })
    void demandsDespiteOtherStatements(String text) {
        assertThat(SpeechAct.demands(Stages.filled(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"we trained gpt-4o for 3 epochs", "gpt-4o is nice"})
    void aReportDemandsNothing(String text) {
        assertThat(SpeechAct.demands(Stages.filled(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we are planning to fine-tune gpt-4o",
                "going to fine-tune gpt-4o",
                "hi, thinking of tuning llama 8b"
            })
    void wantsItForThemselves(String text) {
        assertThat(SpeechAct.wishes(Stages.filled(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"the payments team is going to fine-tune gpt-4o", "we want to go home", "gpt-4o is nice"})
    void anotherTeamsPlanIsNoWish(String text) {
        assertThat(SpeechAct.wishes(Stages.filled(text))).isFalse();
    }
}
