package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import io.tunetally.wording.Worded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProblemWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k exmaples | Read exmaples as examples.",
                "cost gpt-4o 1k examples 0 epochs | 0: epochs must be 1 to 100.",
                "cost gpt-4o 1k examples blorft | I did not use blorft.",
                "cost gpt-4o 1.000 examples | Read two ways: 1.000 is 1 or 1,000.",
                "budget 50 EUR | Prices are in US dollars and sums are not converted: say 50 EUR (EUR) in USD.",
                "cost gpt-4o lora 1k examples | Not a choice for this model: lora; there is full."
            })
    void saysEachInOneSentence(String message, String sentence) {
        assertThat(sentences(message)).containsExactly(sentence);
    }

    @Test
    void omitsUnderstoodParts() {
        assertThat(sentences("cost gpt-4o 1k examples 3 epochs")).isEmpty();
    }

    @Test
    void omitsProblemsMentionedElsewhere() {
        assertThat(ProblemWording.of(
                        BuiltIn.read("cost gpt-4o lora 1k examples blorft"), Problem.UnknownWord.class::isInstance))
                .hasSize(1);
    }

    @Test
    void saysHowMuchOfALongMessageWasNotRead() {
        assertThat(sentences("cost gpt-4o 1k examples " + " ".repeat(3_976) + "3 epochs more"))
                .contains("Your message is long: its last 13 characters were not read.");
    }

    @Test
    void saysWhatMayBeSomethingElse() {
        TextSpan span = new TextSpan(0, 6);
        Interpretation read = new Interpretation(
                Interpretation.Status.READY,
                Intent.ESTIMATE,
                Slots.NONE,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(
                        new Interpretation.Doubt("800 calls", span, SlotName.EXAMPLES, SlotName.REQUESTS_PER_DAY),
                        new Interpretation.Doubt("gpt-4o", span, SlotName.MODELS, null),
                        new Interpretation.Doubt("llama 8b", span, null, SlotName.MODELS)),
                List.of(),
                0,
                List.of(),
                null);
        assertThat(ProblemWording.doubts(read).stream().map(Worded::text))
                .containsExactly(
                        "Not sure: read 800 calls as examples, not requests/day.",
                        "Not sure that gpt-4o is asked about: it is priced, too.",
                        "Not sure that llama 8b is only background: it is not priced.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1000 | 1,000", "1000.5 | 1,000.5", "1 | 1", "llama-3.1-8b | llama-3.1-8b", "1k | 1k"})
    void groupsNumbersAlone(String text, String grouped) {
        assertThat(ProblemWording.grouped(text)).isEqualTo(grouped);
    }

    private static List<String> sentences(String message) {
        return ProblemWording.of(BuiltIn.read(message)).stream()
                .map(Worded::text)
                .toList();
    }
}
