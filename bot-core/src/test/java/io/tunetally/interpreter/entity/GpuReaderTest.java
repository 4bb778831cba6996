package io.tunetally.interpreter.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GpuReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llama 3.1 8b qlora 5k examples on a 4090"
                        + " | examples=5000 gpu=4090 method=lora models=llama-3.1-8b quantized=true",
                "qwen3-14b lora 10k examples on an a100 at $1.64/h"
                        + " | examples=10000 gpu=a100 gpuHourUsd=1.64 method=lora models=qwen3-14b",
                "qlora llama 8b 5k examples with an a100 80gb"
                        + " | examples=5000 gpu=a100 method=lora models=llama-3.1-8b quantized=true"
            })
    void theGpuOfACommandMayHaveAnArticle(String text, String slots) {
        assertThat(Stages.label(BuiltIn.read(text))).isEqualTo(slots);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llama 3.1 8b lora 10k examples on one rented h100 for 2.20/h"
                        + " | examples=10000 gpu=h100 gpuHourUsd=2.2 gpus=1 method=lora models=llama-3.1-8b",
                "qwen3-8b lora 10k examples, 2 epochs, h100, 2.20/h"
                        + " | epochs=2 examples=10000 gpu=h100 gpuHourUsd=2.2 method=lora models=qwen3-8b",
                "qwen3-8b lora 10k examples, 2 epochs, h100 (2.20/h)"
                        + " | epochs=2 examples=10000 gpu=h100 gpuHourUsd=2.2 method=lora models=qwen3-8b",
                "h100 for 2.5 h | gpu=h100 trainingHours=2.5"
            })
    void aPriceOfAnHourBehindAGpuNeedsNoSign(String text, String slots) {
        assertThat(Stages.label(BuiltIn.read(text))).isEqualTo(slots);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Our department has a shared SLURM cluster with 2 nodes of 4x A100 40GB each. I plan a full fine-tune of Llama"
                        + " 3.1 8B on 30k examples, 3 epochs. How many GPU-hours do I have to request?"
                        + " | epochs=3 examples=30000 gpu=a100-40gb gpus=4 method=full models=llama-3.1-8b",
                "研究室のサーバーにA100 80GBが4枚あります。Qwen3 32BをLoRAで、2万件×900トークン、2エポック学習すると何時間くらいかかりますか？"
                        + " | epochs=2 examples=20000 gpu=a100 gpus=4 method=lora models=qwen3-32b tokensPerExample=900",
                "实验室有一台机器，4张A100 80GB。想用LoRA微调Qwen3 32B，2万条样本，每条900 token，2个epoch。要跑多久？"
                        + " | epochs=2 examples=20000 gpu=a100 gpus=4 method=lora models=qwen3-32b tokensPerExample=900",
                "A colleague at Ori has a cluster with 8 H100. We want LoRA of qwen3-14b on 8k examples. What will it cost on"
                        + " Together? | examples=8000 method=lora models=qwen3-14b provider=together"
            })
    void theGpusOfTheAskersMachineAreThoseOfTheJob(String text, String slots) {
        // Hours that are asked for are priced or explained: both say how many.
        assertThat(Stages.label(BuiltIn.read(text)).replace(" topic=training-time", ""))
                .isEqualTo(slots);
    }

    @ParameterizedTest
    @CsvSource({
        "how much memory for llama 3.1 8b lora with 4096 tokens per example?,tokensPerExample=4096",
        "'memory for llama 8b lora, seq 4096',sequenceLength=4096",
        "mem for full ft 14b vs qlora,method=full"
    })
    void aLengthOrASecondMethodLeavesAQuestionForMemoryOne(String text, String slot) {
        assertThat(Stages.label(BuiltIn.read(text))).contains("topic=gpu-memory", slot);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qwen3 8b qlora, 8x a100, run for 4 days, hourly $2, how much?",
                "Qwen3 8B QLoRA，8张A100，训一次要4天，每小时2美元，多少钱？",
                "Qwen3 8B QLoRA，8张A100，训练4天，每小时2美元，多少钱？"
            })
    void anHourBeforeAPriceIsThatOfTheGpus(String text) {
        assertThat(Stages.label(BuiltIn.read(text)))
                .isEqualTo("gpu=a100 gpuHourUsd=2 gpus=8 method=lora models=qwen3-8b quantized=true trainingHours=96");
    }

    @ParameterizedTest
    @CsvSource({
        "'mistral 7b qlora 20k rows on a 3090, 3 epochs. ETA?',training-time,3090",
        "mem for full ft 3b on 4090?,gpu-memory,4090",
        "mem for full ft 14b? vs qlora on 24gb,gpu-memory,24gb"
    })
    void aWordForTimeOrMemoryAsksForThem(String text, String topic, String gpu) {
        assertThat(Stages.label(BuiltIn.read(text))).contains("topic=" + topic, "gpu=" + gpu);
    }

    @ParameterizedTest
    @CsvSource({"rtx 6000 ada,rtx-6000-ada", "rtx 6000 pro,rtx-pro-6000", "rtx a6000,a6000", "rtx 5070,5070"})
    void cardsWithSimilarNamesAreTheirOwn(String name, String gpu) {
        assertThat(BuiltIn.read("lora llama 8b 5k examples on 2x " + name)
                        .slots()
                        .value(SlotName.GPU))
                .isEqualTo(gpu);
    }
}
