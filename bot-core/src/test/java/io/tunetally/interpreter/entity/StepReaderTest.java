package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "per_device_batch 8, grad accum 4, 2 gpus, 2400 steps, seq len 4096 packed, mistral small 24b lora. tokens + cost? | 629145600",
                "batch per gpu 4, 4 gpus, 1000 steps, seq len 2048, llama 8b lora, cost? | 32768000",
                "batch_size 16, num gpus 4, max_steps 500, seq len 2048, llama 8b lora cost? | 16384000",
                "tune run --nproc_per_node 4 full_finetune_distributed epochs=3 batch_size=2 max_steps_per_epoch=500 dataset.packed=True"
                        + " tokenizer.max_seq_len=4096 llama 3.1 8b, cost on together? | 49152000"
            })
    void stepsAndTheirBatchesMakeTheTokens(String text, long tokens) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.BILLED_TOKENS)).isEqualTo(tokens);
    }

    @Test
    void gpusThatMultiplyABatchAreUsed() {
        Interpretation read = BuiltIn.read(
                "llama 8b lora max_steps 800, micro_batch_size 2, gradient_accumulation_steps 8, 4 GPUs, sequence_len 2048. cost?");
        assertThat(read.slots().value(SlotName.BILLED_TOKENS)).isEqualTo(104_857_600);
        assertThat(read.unused()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'llama 3.1 8b lora 5k samples, ctx 2048, 3 ep',2048",
        "gemma-3-27b full ft 5k samples @ 4096 ctx 3 ep,4096"
    })
    void aContextBesideSamplesIsTheLengthOfASequence(String text, long length) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.SEQUENCE_LENGTH)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how much for 800 steps at global batch 64, 512 tokens avg, llama 8b lora fireworks | 51200 | 512",
                "cost of 3k steps with batch 32, 600 tok/sample on qwen3-8b lora | 96000 | 600",
                "500 optimizer steps w/ effective batch 128, seqs of 1k tokens, gemma 4 31b lora cost | 64000 | 1000",
                "1200 iters, micro batch 2, grad accum 8, 4 gpus, 1.1k tok avg, llama 8b lora | 76800 | 1100",
                "llama 8b together, 3000 steps, batch size 8, 500 tokens | 24000 | 500"
            })
    void stepsTimesABatchAreTheExamplesOfTheJob(String text, long examples, long tokens) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(examples);
        assertThat(slots.value(SlotName.TOKENS_PER_EXAMPLE)).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5M token batches, 400 steps, gpt-oss-20b lora cost | 200000000",
                "1.3M tokens per step x 200 steps, llama 8b full, together cost | 260000000"
            })
    void batchesOfTokensMakeTheTokensOfTheJob(String text, long tokens) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.BILLED_TOKENS)).isEqualTo(tokens);
        assertThat(slots.has(SlotName.TOTAL_TOKENS)).isFalse();
    }

    @Test
    void dataThatAreSaidGoBeforeSteps() {
        Slots slots = BuiltIn.read("llama 8b lora 5k examples 3 epochs, batch 8, 1875 steps")
                .slots();
        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(5_000);
        assertThat(slots.value(SlotName.EPOCHS)).isEqualTo(3);
    }
}
