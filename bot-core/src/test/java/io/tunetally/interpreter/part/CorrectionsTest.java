package io.tunetally.interpreter.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.corpus.Label;
import org.junit.jupiter.api.Test;

/** Corrections within a message, and statements about the past beside the question. */
class CorrectionsTest {
    @Test
    void theLaterValueStands() {
        reads(
                "cost gpt-4o 1k examples 4 epochs, no wait, 3 epochs",
                "ready estimate epochs=3 examples=1000 models=gpt-4o");
        reads("cost gpt-4o 1k examples 4 epochs, sorry, 3", "ready estimate epochs=3 examples=1000 models=gpt-4o");
        reads("cost gpt-4o 1k examples 4 epochs, no 2 epochs", "ready estimate epochs=2 examples=1000 models=gpt-4o");
        reads("llama 8b 900 letters, no 950", "ready estimate examples=950 models=llama-3.1-8b");
        reads("llama 8b with 2,000 requests a day, no 3,000", "ready tco models=llama-3.1-8b requestsPerDay=3000");
        reads("llama 8b 900 letters, no 4090", "ready estimate examples=900 models=llama-3.1-8b");
        reads(
                "5 epochs, but make it 2 epochs. gpt-4o 1k rows, cost?",
                "ready estimate epochs=2 examples=1000 models=gpt-4o");
    }

    @Test
    void whatIsReckonedFromOtherNumbersStands() {
        reads(
                "6,300 rows, 900 are broken, which leaves 5,400. gpt-4o, cost?",
                "ready estimate examples=5400 models=gpt-4o");
        reads("cost gpt-4o with 1100 + 700 rows = 1800 rows", "ready estimate examples=1800 models=gpt-4o");
        reads("40k rows, so 38k rows after the filter. What is gpt-4o?", "ready estimate examples=38000 models=gpt-4o");
        reads("of 3,100 rows 290 remain, gpt-4o, cost?", "ready estimate examples=290 models=gpt-4o");
    }

    @Test
    void twoValuesWithoutACorrectionAreAsked() {
        reads("cost gpt-4o 1k examples 4 epochs 3 epochs", "question estimate examples=1000 models=gpt-4o");
    }

    @Test
    void aRefusedValueIsNoCorrection() {
        reads("cost gpt-4o 2 epochs instead of 3, 1k examples", "ready estimate epochs=2 examples=1000 models=gpt-4o");
    }

    @Test
    void pastWorkIsNotARequest() {
        reads(
                "We trained gpt-3.5-turbo for 3 epochs in March. What would gpt-4o-mini with 5k rows and 2 epochs cost?",
                "ready estimate epochs=2 examples=5000 models=gpt-4o-mini");
    }

    private static void reads(String text, String label) {
        assertThat(Label.of(BuiltIn.read(text)))
                .as(text)
                .hasToString(Label.parse(label).toString());
    }
}
