package io.tunetally.interpreter.length;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleLengthTest {
    private static final String TRAFFIC = "300 requests a day, 60 tokens in and 110 out on gpt-4o-mini, ";

    @ParameterizedTest
    @ValueSource(strings = {"400 examples of 170.", "400 chats at 170.", "trained on 400 letters of about 170."})
    void standsBehindTheCount(String told) {
        assertThat(BuiltIn.read(TRAFFIC + told + " Cost for 12 months?").canonical())
                .contains("400 examples 170 tokens per example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"400 usable examples of the 900.", "400 examples of 2019.", "400 examples of 12 kinds."})
    void isNoOtherNumber(String told) {
        assertThat(BuiltIn.read(TRAFFIC + told + " Cost for 12 months?").canonical())
                .doesNotContain("tokens per example");
    }
}
