package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.request.SlotName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RepetitionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 epochs or 5, what is the difference?",
                "3 epochs or 5",
                "5 epochs or 3?",
                "what's the difference between 3 epochs and 5?"
            })
    void theBareNumberBehindOrIsEpochsToo(String said) {
        assertThat(Stages.follow("cost llama-3.1-8b lora 46000 examples 95 tokens per example", said)
                        .canonical())
                .endsWith("46000 examples 95 tokens per example 3-5 epochs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qwen3-14b, 10k examples, epochs 3. Next run has 2 epochs instead of 3. cost?",
                "qwen3-14b, 10k examples, 3 epochs. What about 2 epochs instead of 3?"
            })
    void epochsInsteadOfOthersContradictNothing(String text) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.EPOCHS)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"epochs 1, 2, 3 and 5", "sweep epochs 1 2 3 5", "with 1, 2, 3 and 5 epochs"})
    void aListOfEpochsIsPricedFromTheFewestToTheMost(String epochs) {
        assertThat(BuiltIn.read("cost qwen3-8b lora 10k examples 500 tokens each, " + epochs)
                        .canonical())
                .endsWith("1-5 epochs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o should see the 900 rows five times, cost? | epochs=5",
                "900 rows for gpt-4o, twice through, cost? | epochs=2",
                "900 rows, and gpt-4o reads them thrice. Cost? | epochs=3",
                "tuning gpt-4o on 900 rows, we had to redo it four times, cost? | runs=4",
                "we train gpt-4o 10 times while we look for a rate, 900 rows, cost? | runs=10",
                "900 rows for gpt-4o, a validation set of 50k tokens checked 6 times. Cost? | evaluations=6",
                "gpt-4o on 900 rows; run it twice, what is that? | runs=2",
                "{\"model\": \"gpt-4o\", \"runs\": 6, \"examples\": 900} the sum? | runs=6"
            })
    void timesCountPassesRunsOrEvaluations(String text, String candidate) {
        assertThat(Stages.candidates(Stages.counted(text))).contains(candidate);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tuning gpt-4o with n_epochs auto (came out as 3) on what we have | 3",
                "tuning gpt-4o, epoch up to like 30, loss 2.4 | 30",
                "tuning gpt-4o with `epoch` at 15 and 8 GPUs of 80GB | 15",
                "with epoch=15 on 8 GPUs of 80GB we tuned llama | 15",
                "tuning a model: 5 epochs, one epoch being around 2 hours | 5",
                "tuning a model with 5 epochs takes long. How long is one epoch? | 5",
                "the tuning of gpt-4o is done: epoch 2.0, loss 0.9 | 2"
            })
    void wordsAndSignsLeadToTheNumberOfEpochs(String text, String epochs) {
        assertThat(Stages.candidates(Stages.counted(text))).contains("epochs=" + epochs);
        assertThat(Stages.candidates(Stages.counted(text))).doesNotContain("epochs=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while it was tuning gpt-4o, step=1250 epoch=4 loss=0.84 came up in the log",
                "tuning gpt-4o, per epoch at 15 cents",
                "tuning gpt-4o, one epoch has 606 steps",
                "tuning gpt-4o, what is the best epoch 7 for?"
            })
    void anEpochOfALogOrAUnitOfTimeIsNoNumberOfEpochs(String text) {
        assertThat(Stages.candidates(Stages.counted(text))).noneMatch(candidate -> candidate.startsWith("epochs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tuning gpt-4o on 900 rows is 3 times cheaper, why?",
                "tuning gpt-4o on 900 rows, the others are 4 times as much",
                "900 rows for gpt-4o, thrice the price"
            })
    void aComparisonIsNoRepetition(String text) {
        assertThat(Stages.candidates(Stages.counted(text))).containsExactly("examples=900");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We did 3 runs so far on Together (Llama 3.1 8B LoRA). If we retrain every month, what do I put in the budget? |",
                "We have done 4 runs so far with llama 8b lora, 5k examples. What does the next cost? |",
                "We did 3 runs so far of llama 8b lora with 5k examples. What did that cost? | 3"
            })
    void runsThatAreOverAreNoneOfThoseToCome(String text, @Nullable Long runs) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.RUNS)).isEqualTo(runs);
    }
}
