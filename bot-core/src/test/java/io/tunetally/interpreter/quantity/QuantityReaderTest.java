package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each number gets its unit, or none of ours. */
final class QuantityReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000 examples 3 epochs | examples=1000, epochs=3",
                "epochs 3 examples 1000 | epochs=3, examples=1000",
                "epochs=3 examples=1000 | epochs=3, examples=1000",
                "epochs: 3, rows: 1000 | epochs=3, examples=1000",
                "500-1000 examples | examples=500..1000",
                "cost gpt-4o train 500 | examples=500",
                "2 epochs instead of 3 | epochs=2",
                "not 3 epochs but 4 | epochs=4",
                "1. gpt-4o 1k examples | examples=1000",
                "2) gpt-4o 1k examples | examples=1000",
                "1k examples at $3 per 1M tokens | examples=1000",
                "1k examples on 8xA100 | examples=1000",
                "1k examples on 2 x 4090 | examples=1000",
                "each example has 500 tokens and I have 750 of them | tokensPerExample=500, examples=750",
                "1k examples tokens/example: 450 | examples=1000, tokensPerExample=450",
                "gpt-4o --requests-per-day 4000 | requestsPerDay=4000",
                "5k examples, validation set of 500 examples | examples=5000",
                "1k examples run it 3 times | examples=1000, runs=3",
                "5k examples 2 runs | examples=5000, runs=2",
                "1k examples 3 evaluations | examples=1000, evaluations=3",
                "sequence length 2048 | sequenceLength=2048",
                "o4-mini rft 4 training hours | trainingHours=4",
                "tco kimi-k3, 2.7 training hours | trainingHours=2.7",
                "compare all 3.6 training hours | trainingHours=3.6",
                "compare all 4 training hours | trainingHours=4",
                "gpt-4o learning rate 2 1k examples | examples=1000",
                "gpt-4o batch size 16 1k examples | examples=1000"
            })
    void givesANumberItsUnit(String text, String candidates) {
        assertThat(Stages.candidates(Stages.counted(text))).containsExactly(candidates.split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 replicas of tuned llama 8b on fireworks | units=4",
                "gpt-4.1-mini on azure 2 deployments | units=2",
                "azure gpt-4.1-mini, two endpoints | units=2",
                "4 dedicated endpoints, llama 8b | units=4",
                "2 instances of tuned llama 8b on fireworks | units=2",
                "qwen3-8b on fireworks, 3 dedicated GPUs | gpus=3",
                "llama 8b on fireworks with 2 GPUs | gpus=2",
                "llama 8b on together, 50 instances of training data | examples=50",
                "llama 8b, 250 ad copies | examples=250"
            })
    void copiesOfWhatRunsAreNoExamples(String text, String candidates) {
        assertThat(Stages.candidates(Stages.counted(text))).containsExactly(candidates);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one question: what would gpt-4o cost?",
                "after 3 chats with support I ask what gpt-4o would cost",
                "what does gpt-4o cost? see example 271 of our report",
                "what does gpt-4o cost? see row 57",
                "The vendor offered us 80 GPUs. How much would llama 8b on fireworks be instead?",
                "is gpt-4o 3 times cheaper than llama 70b?",
                "gpt-4o after epoch 2 looks fine to us",
                "gpt-4o uses 16 GB",
                "released on 2026-11-25 at 12:30"
            })
    void aNumberOfSomethingElseFillsNothing(String text) {
        assertThat(Stages.candidates(Stages.counted(text))).isEmpty();
    }
}
