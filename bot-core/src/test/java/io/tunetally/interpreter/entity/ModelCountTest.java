package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelCountTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I want every discord server to get its own tuned model. Say 40 servers with 300 examples each, gpt-4.1-nano | 40 | 300",
                "51 locales, and the idea is one little LoRA per locale on qwen3 8b. Around 11.5k utterances each | 51 | 11500",
                "each of our 12 clients gets his own model, 2k examples each. llama 8b lora cost? | 12 | 2000",
                "40 shops, 300 examples per shop, one model per shop, gpt-4.1-nano | 40 | 300",
                "15 customers with 800 examples each. train one llama 8b lora each on fireworks | 15 | 800",
                "12 languages, 500 examples each, a separate adapter per language. 8b on together | 12 | 500",
                "11 clients, one model each, 1,500 examples per client, qwen3 8b | 11 | 1500"
            })
    void oneForEachOfSeveralIsARunEach(String text, long runs, long examples) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.RUNS)).isEqualTo(runs);
        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(examples);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 languages, 500 examples each, one model for all. 4.1-nano, 3 epochs",
                "the computer calls the model every 6 minutes. cost for half a year if we tune qwen3-4b?",
                "if we retrain the 70b lora every two weeks what is the yearly cost? 18k examples each time",
                "l3.1-8b lora / 5k ex / 2 ep / 600 tok"
            })
    void oneForAllIsNone(String text) {
        assertThat(BuiltIn.read(text).slots().has(SlotName.RUNS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price for 3 variants of gpt-4.1-mini, same 900 examples|3 runs",
                "2 versions of llama 8b on the same 1,500 rows, total?|2 runs"
            })
    void countsVariantsOfOneModel(String said, String runs) {
        assertThat(BuiltIn.read(said).canonical()).contains(runs);
    }
}
