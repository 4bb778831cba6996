package io.tunetally.interpreter.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MixedSourcesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18k own and 12k public rows, llama 8b lora | 30000",
                "mix of 20k in-house chats and 10k public ones, llama 8b lora | 30000",
                "our mix is 60% in-house (18k) and 40% tulu (12k), llama 70b lora, what does it cost? | 30000",
                "5k real or 5k synthetic rows, llama 8b lora | 5000"
            })
    void addUp(String text, long examples) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.EXAMPLES)).isEqualTo(examples);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raw 40k, dedup 31k, quality filter 26,500, llama 8b lora | 26500",
                "40k rows -> dedup 31k -> filter 26k, llama 8b lora | 26000",
                "every 5th of 90k rows, llama 8b lora | 18000",
                "90k rows, eval every 5th epoch, llama 8b lora | 90000",
                "40k rows raw, after dedup 31k, llama 8b lora | 31000",
                "20k±2k rows, llama 8b lora | 18000..22000"
            })
    void theLastStepIsLeft(String text, String examples) {
        assertThat(Stages.label(BuiltIn.read(text))).contains("examples=" + examples);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost with 1,2,3,5 epochs for 10k x 500 on llama 8b lora | epochs=1..5",
                "epochs 1/2/3: price of 10k x 500 on llama 8b lora | epochs=1..3",
                "k-fold 5 on 4k rows, llama 8b lora | runs=5",
                "runs at 1k and 10k rows, llama 8b lora, cost? | examples=1000..10000",
                "we need 2 base models (qwen3-8b, llama 8b), 3 seeds each, 5k rows, cost? | runs=3"
            })
    void listsAreRangesAndRuns(String text, String said) {
        assertThat(Stages.label(BuiltIn.read(text))).contains(said);
    }
}
