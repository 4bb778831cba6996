package io.tunetally.interpreter.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairSidesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train mistral 7b on 50k sentence pairs, 30 words a side | 80",
                "train mistral 7b on 50k translation pairs, each side is 40 tokens | 80",
                "train mistral 7b on 4k Q&A pairs, 40 tokens per side | 80",
                "dpo 5k pairs, 300 tokens a side, llama 8b | 600",
                "train mistral 7b on 50k sentence pairs, 80 tokens a pair | 80",
                "train llama 8b on 500 dialogues, 15 players a side, 200 tokens each | 200"
            })
    void doublesTheLengthOfASide(String text, Long tokens) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.TOKENS_PER_EXAMPLE))
                .isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We translate 1.2 million words a month. Is a tuned mistral 7b cheaper than paying GPT-4.1 per token? | ",
                "We translate 1.2 million words a month. Tuned mistral 7b, two years total? | 24"
            })
    void wordsAMonthAreTokensAndTraffic(String text, String months) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.MONTHLY_INPUT_TOKENS))
                .isEqualTo(1_600_000L);
        assertThat(BuiltIn.read(text).slots().value(SlotName.MONTHS))
                .isEqualTo(months == null ? null : Long.valueOf(months));
    }
}
