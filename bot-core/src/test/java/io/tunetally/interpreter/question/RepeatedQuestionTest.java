package io.tunetally.interpreter.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Interpretation;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedQuestionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "price?",
                "the cost again?",
                "what was it again pls, i closed the window",
                "sorry, what was the number again?",
                "repeat",
                "once more please, same thing",
                "can you post the answer again"
            })
    void asksForTheLastAnswerOnceMore(String text) {
        Interpretation read = after("cost mistral 7b 3600 examples 2 epochs", text);
        assertThat(read.canonical()).isEqualTo("cost mistral-7b 3600 examples 2 epochs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a good price",
                "thanks again",
                "that answer was long",
                "we tried again",
                "same thing",
                "price is fine"
            })
    void aRemarkDoesNot(String text) {
        assertThat(after("cost mistral 7b 3600 examples 2 epochs", text).status())
                .isEqualTo(Interpretation.Status.NOT_A_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what if it was 120 bucks", "and if it were $120?", "what if it's $120?"})
    void aSumThatIsSupposedIsTheBudget(String text) {
        assertThat(after("budget $75 gpt-4.1-nano 180 tokens per example 3 epochs", text)
                        .canonical())
                .isEqualTo("budget gpt-4.1-nano 180 tokens per example 3 epochs $120");
    }

    private static Interpretation after(String before, String text) {
        return BuiltIn.read(text, Objects.requireNonNull(BuiltIn.read(before).request()));
    }
}
