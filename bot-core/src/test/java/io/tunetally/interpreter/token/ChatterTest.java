package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChatterTest {
    private static final Chatter CHATTER = new Chatter(Stages.lexicon());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "...",
                "good morning everyone",
                "thanks a lot!",
                "i will be late for the meeting",
                "Did you see the weather?",
                "??"
            })
    void holdsNoWordOrNumberOfOurs(String text) {
        assertThat(CHATTER.is(text, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?", "cost", "gpt-4o", "lora", "see you at 3", "lunch for $", "blorft", "models", "together", "と"
            })
    void anythingThatCouldBeOursIsRead(String text) {
        assertThat(CHATTER.is(text, false)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"for a year, true, false", "thanks, true, true", "for a month, true, false"})
    void aSpanOfTimeSaysSomethingInAConversationOnly(String text, boolean alone, boolean goesOn) {
        assertThat(CHATTER.is(text, false)).isEqualTo(alone);
        assertThat(CHATTER.is(text, true)).isEqualTo(goesOn);
    }
}
