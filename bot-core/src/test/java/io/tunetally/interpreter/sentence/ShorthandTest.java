package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.Request;
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
                // A verb of two letters.
                "be 4o-mini 500 rpd | break even gpt-4o-mini 500 requests/day",
                "be 8b lora v 4o 300k req/mo | break even llama-3.1-8b vs gpt-4o lora 10000 requests/day",
                // Hours beside a GPU are those of the training.
                "rent h100 on runpod 20h 8b lora | cost llama-3.1-8b lora on runpod gpu h100 20 training hours",
            })
    void isReadAsTheWholeCommand(String text, String canonical) {
        Request request =
                BuiltIn.INTERPRETER.read(text, Markup.PLAIN, true, null).request();
        assertThat(request).isNotNull();
        assertThat(CanonicalText.write(request)).isEqualTo(canonical);
    }
}
