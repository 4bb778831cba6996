package io.tunetally.interpreter.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.request.SlotName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplacedPromptsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The tuned model needs 300 instead of 1900 prompt tokens. 80k requests a month, gpt-4.1-mini, break even?",
                "A 300-token prompt instead of the 1,900 we send now, gpt-4.1-mini, 10k a day, break even?",
                "With tuning we send 300 tokens rather than 1,900. gpt-4.1-mini, 80k calls a month, when does it pay back?"
            })
    void readsBothLengths(String said) {
        assertThat(BuiltIn.read(said).canonical()).contains("1900 prompt tokens 300 tuned prompt tokens");
    }

    @Test
    void correctsTheLengthOfAConversation() {
        String before =
                "breakeven gpt-4.1-mini 2500 examples 900 requests per day 1900 prompt tokens 300 tuned prompt tokens";
        assertThat(Stages.follow(before, "prompt 1500 instead of 1900").slots().value(SlotName.PROMPT_TOKENS))
                .isEqualTo(1500L);
    }
}
