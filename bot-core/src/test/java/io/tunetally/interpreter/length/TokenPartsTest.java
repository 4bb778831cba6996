package io.tunetally.interpreter.length;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenPartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "52M tokens, 12M of that stripped, llama 8b lora cost? | 40000000",
                "52M tokens, we drop 12M; nova lite? | 40000000",
                "cost for 4.1 nano: 30M tokens minus 4M of boilerplate | 26000000",
                "40M tokens raw, 32M after dedup, gpt-4.1-nano? | 32000000",
                "our 40M token corpus shrinks by 8M after dedup. gpt-4.1-nano? | 32000000",
                "We have 52M tokens of which 12M are duplicates, what does llama 8b lora cost on the rest? | 40000000",
                "We have 52M tokens, only 12M of that is usable. nova lite cost? | 12000000",
                "8M tokens + 2M tokens of logs, nova micro | 10000000",
                "6M tokens of manuals plus 1.5M tokens of tickets, gpt-4.1-mini | 7500000",
                "52M tokens, 20% of it is boilerplate we strip; llama 8b lora cost | 41600000",
                "cost of tuning 4o mini on 3M tokens, half of them thrown away | 1500000"
            })
    void whatIsLeftIsTrainedOn(String text, long tokens) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.TOTAL_TOKENS)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.4M tokens (train), 0.8M tokens (validation), llama-3.1-8b | 12400000",
                "1.2M tokens now, not 800k, gpt-4.1-mini cost? | 1200000",
                "cost gpt-4.1-nano 19M tokens minus 2M of free quota | 19000000",
                "Half of the tokens were useless. What remains is 2.4M tokens. Price a LoRA of qwen 2.5 32b on it. | 2400000"
            })
    void nothingIsTakenOffForAnotherNumber(String text, long tokens) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.TOTAL_TOKENS)).isEqualTo(tokens);
    }
}
