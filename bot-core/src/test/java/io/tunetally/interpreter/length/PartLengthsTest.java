package io.tunetally.interpreter.length;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PartLengthsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8,400 chats at 1,150 tokens and 21,000 short rows at 130, llama 8b lora | 12390000",
                "dataset A 12k x 400, dataset B 3k x 2.2k, llama 8b lora | 11400000",
                "5k long docs (6k tok) + 40k short ones (200 tok), llama 8b lora | 38000000",
                "14k rows: 9k chat (1.1k tok), 3k tool calls (2.4k tok), 2k refusals (150 tok), llama 8b lora | 17400000"
            })
    void addsTheTokensOfParts(String text, long tokens) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.TOTAL_TOKENS)).isEqualTo(tokens);
        assertThat(slots.has(SlotName.EXAMPLES)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5k rows at 600 tokens or 8k rows at 400 tokens, llama 8b lora",
                "9k train rows at 500 tok and 1k val rows at 500 tok, llama 8b lora",
                "10k rows x 400 tok x 3 epochs, llama 8b lora",
                "12k calls a day at 400 tokens and 3k at 900 tokens, tuned 4.1-nano"
            })
    void addsNoOthers(String text) {
        assertThat(BuiltIn.read(text).slots().has(SlotName.TOTAL_TOKENS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "70% of the 30k rows are 200 tok, the rest 1.5k tok. qwen3-8b lora | 590",
                "6k rows, half 300 half 900 tok, qwen3-8b lora | 600",
                "10k rows: 30% are 2k tokens, 70% 400 tokens, qwen3-8b lora | 880",
                "6,000 examples, half of them 200 tokens and half 800, qwen3-8b lora | 500"
            })
    void takesTheMeanOfShares(String text, long each) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.TOKENS_PER_EXAMPLE))
                .isEqualTo(each);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48M tokens over 3 epochs on 4.1-nano, what would 1 epoch be | 16000000 | 1",
                "last job: 6.3M billed tokens at 3 epochs. what would it be with 2 on gpt-4.1-mini | 2100000 | 2",
                "Estimated tokens 4,812,330 per epoch, n_epochs=3. gpt-4.1-mini price for that? | 4812330 | 3",
                "5M tokens over 3 epochs on llama 8b lora | 5000000 | 3"
            })
    void dividesTheTokensOfAllEpochs(String text, long tokens, int epochs) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.TOTAL_TOKENS)).isEqualTo(tokens);
        assertThat(slots.number(SlotName.EPOCHS)).isEqualByComparingTo(String.valueOf(epochs));
    }
}
