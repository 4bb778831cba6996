package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Request;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people leave out of a command that they type in a hurry. */
final class ShorthandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A size beside other models is the usual model of that size.
                "4o mini v 8b 2k ex | compare gpt-4o-mini vs llama-3.1-8b 2000 examples",
                "gpt-4o and 8b | compare gpt-4o vs llama-3.1-8b",
                "cheapest of 4o-mini 70b 8b | compare gpt-4o-mini vs llama-3.3-70b vs llama-3.1-8b",
                "70b/8b lora 2k ex fireworks | compare llama-3.3-70b vs llama-3.1-8b lora on fireworks 2000 examples",
                "70b. lora. 10k. | cost llama-3.3-70b lora 10000 examples",
                "maverick lora 2k | cost llama-4-maverick lora 2000 examples",
                // One word of its own among many values.
                "catalog 40k rows x 120 tok 8b lora | cost llama-3.1-8b lora 40000 examples 120 tokens per example",
                // Assignments, lists and factors.
                "model=gpt-4o n=5000 epochs=3 | cost gpt-4o 5000 examples 3 epochs",
                "gpt-4o / 5k / 3 | cost gpt-4o 5000 examples 3 epochs",
                "gpt-4o / 5k / 400 / 3 | cost gpt-4o 5000 examples 400 tokens per example 3 epochs",
                "4o: 1k/500tok/3ep | cost gpt-4o 1000 examples 500 tokens per example 3 epochs",
                "25M tok x 3 70b | cost llama-3.3-70b 25000000 tokens total 3 epochs",
                "500-1k ex 4o mini | cost gpt-4o-mini 500-1000 examples",
                "2-3k ex 4o mini | cost gpt-4o-mini 2000-3000 examples",
                // The sign of an amount, and of lengths.
                "budget 2k$ 70b lora | budget llama-3.3-70b lora $2000",
                "in/out 900/150 4o-mini 10k rpd 12mo | tco gpt-4o-mini 10000 requests/day 900 input tokens 150 output tokens 12 months",
                "4o-mini 2 qpm 6mo tco | tco gpt-4o-mini 2880 requests/day 6 months",
                // An arrow leads from a model to its successor.
                "gpt-3.5 -> 4.1 mini | migrate gpt-3.5-turbo to gpt-4.1-mini",
                "4.1 -> 4.1 nano 20k rpd | migrate gpt-4.1 to gpt-4.1-nano 20000 requests/day",
                // Two lengths of a prompt.
                "breakeven 4o-mini 100 rpd 500 tokens before 300 tokens after | break even gpt-4o-mini 100 requests/day 500 prompt tokens 300 tuned prompt tokens",
                // A verb of two letters.
                "be 4o-mini 500 rpd | break even gpt-4o-mini 500 requests/day",
                "be 8b lora v 4o 300k req/mo | break even llama-3.1-8b vs gpt-4o lora 10000 requests/day",
                // A sum, a list of tiers, letters for a family.
                "1900+450 ex nano-4.1 | cost gpt-4.1-nano 2350 examples",
                "nova micro,lite,pro 5k | compare nova-micro vs nova-lite vs nova-pro 5000 examples",
                "gemini 2.5 pro vs flash 6k ex | compare gemini-2.5-pro vs gemini-2.5-flash 6000 examples",
                "4.1 mini/nano 3k ex | compare gpt-4.1-mini vs gpt-4.1-nano 3000 examples",
                "l8b l70b lora together 5k | compare llama-3.1-8b vs llama-3.3-70b lora on together 5000 examples",
                "l3.1-8b lora 14k ex | cost llama-3.1-8b lora 14000 examples",
                "m7b lora 2k ex | cost mistral-7b lora 2000 examples",
                // Before its sum the word only names it.
                "budget 50 usd tco 6 months 1000 rpd | tco 1000 requests/day 6 months $50",
                // Letters before a version that the family lacks are a name of their own.
                "13b lora on m2.0 data, 41k ex | cost size 13b lora 41000 examples",
                // The digit of a name is no thousand.
                "llama-3.1-8b 500 ex | cost llama-3.1-8b 500 examples",
                "phi 4 500 ex | cost phi-4 500 examples",
                "gpt-4 500 examples | cost gpt-4 500 examples",
                // Lengths and spans of one letter, products, averages.
                "4.1-mini 1.25k ex 400t | cost gpt-4.1-mini 1250 examples 400 tokens per example",
                "70b lora 3.2k x 700t x 3 | cost llama-3.3-70b lora 3200 examples 700 tokens per example 3 epochs",
                "qwen3 32b lora 12.5k ex, avg 880 | cost qwen3-32b lora 12500 examples 880 tokens per example",
                "qwen3 32b lora 12.5k ex, 880 avg | cost qwen3-32b lora 12500 examples 880 tokens per example",
                "4o-mini 1k req daily 6m | tco gpt-4o-mini 1000 requests/day 6 months",
                "200/hr 24/7 4o-mini 1yr tco | tco gpt-4o-mini 4800 requests/day 12 months",
                "4.1-mini 3 folders @ 1200 ex | cost gpt-4.1-mini 3600 examples",
                // Hours of GPUs, their number, and a count that is none of GPUs.
                "8x h100 lambda llama 8b lora 48 gpuh | cost llama-3.1-8b lora on lambda gpu 8 x h100 48 training hours",
                "llama scout lora 5.5k b200 selfhost | cost llama-4-scout lora on selfhost gpu b200 5500 examples",
                "tco llama 8b lora 2 replicas l4 selfhost 9 months | tco llama-3.1-8b lora on selfhost 2 model units gpu l4 9 months",
                // Hours beside a GPU are those of the training.
                "rent h100 on runpod 20h 8b lora | cost llama-3.1-8b lora on runpod gpu h100 20 training hours",
            })
    void isReadAsTheWholeCommand(String text, String canonical) {
        assertThat(canonical(text)).isEqualTo(canonical);
    }

    @Test
    void aBarStandsBetweenAlternatives() {
        assertThat(canonical("azure|openai 4.1 mini 700ex which is less"))
                .isEqualTo("compare gpt-4.1-mini azure vs openai 700 examples");
    }

    private static String canonical(String text) {
        Request request =
                BuiltIn.INTERPRETER.read(text, Markup.PLAIN, true, null).request();
        assertThat(request).isNotNull();
        return CanonicalText.write(Objects.requireNonNull(request));
    }
}
