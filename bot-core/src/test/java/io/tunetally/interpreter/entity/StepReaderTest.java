package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
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
}
