package io.tunetally.interpreter.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost gpt-4o 1k examples",
                "gpt-4o 1k examples",
                "kindly revert with the cost for gpt-4.1-mini, 5500 records",
                "how much does it cost?",
                "which models do you know",
                "how do I use this bot and can it make coffee",
                "I want to fine-tune gpt-4o on 1000 examples",
                "whats 40M tokens on gemini flash",
                "I don't want lora, full fine-tune of llama 8b with 2k examples",
                "mistral 7b vs llama 8b",
                "mistral 7b vs llama 8b for our support bot with 2k examples",
                "LoRA vs full",
                "what can I train for $50"
            })
    void asksThisBotForSomething(String text) {
        assertThat(gate(Stages.filled(text)).isRequest()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nice weather today",
                "batch size 16 or 32 for 8k samples?",
                "masking cost 3 points on gpt-4o with 1k examples",
                "LoRA vs full was a wash",
                "we trained gpt-4o for 3 epochs on 1k examples",
                "how do I reset my password",
                "the budget for marketing is $50",
                "so mistral is french right?"
            })
    void chatterWithAWordOfOursDoesNot(String text) {
        assertThat(gate(Stages.filled(text)).isRequest()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what about llama 8b | true",
                "2 epochs | true",
                "5k | true",
                "double the data | true",
                "10x the data | true",
                "what about 5k | true",
                "same with 5k | true",
                "and with lora | true",
                "so mistral is french right? | false",
                "thanks, that helps | false",
                "we trained it for 3 epochs | false"
            })
    void aFollowUpNeedsLess(String text, boolean followUp) {
        ParseState state =
                Stages.filled(text, BuiltIn.read("cost mistral 7b 1k examples").request());
        assertThat(gate(state).isFollowUp()).isEqualTo(followUp);
    }

    @ParameterizedTest
    @CsvSource({"we tuned gpt-4o for 3 epochs, true", "gpt-4o is nice, false", "the weather is nice, false"})
    void knowsWhetherTheTextSpeaksOfFineTuning(String text, boolean onTopic) {
        assertThat(gate(Stages.filled(text)).isOnTopic()).isEqualTo(onTopic);
    }

    private static Gate gate(ParseState state) {
        return new Gate(state, new IntentReader(state));
    }
}
