package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EstimateWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o | GPT-4o on OpenAI: $37.50 to train",
                "cost llama 8b lora | Llama 3.1 8B, LoRA on Together AI: $0.22-$0.29 to train",
                // The guide lists the full price, which LoRA is below.
                "cost llama 8b | Llama 3.1 8B, full on Together AI: $0.72 to train",
                "cost gpt-4o 1 example 1 epoch of 100 tokens | GPT-4o on OpenAI: < $0.01 to train"
            })
    void leadsWithTheOfferAndItsPrice(String question, String title) {
        assertThat(Worded.byGuide(question).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 5,000 x 500 tokens x $0.44 / 1M.
                "price per epoch for qwen3 8b 5k examples | Qwen3 8B, LoRA: from $1.10 an epoch, $3.30 for 3 (Thinking Machines)",
                "what does each additional epoch cost for qwen3 8b on tinker, 2 epochs | Qwen3 8B, LoRA on Thinking Machines:"
                        + " $0.22 an epoch, $0.44 for 2",
                "what is the price per epoch? | Start with gpt-oss 20B, LoRA on Thinking Machines, the cheapest you can start today: $0.20 an epoch, $0.59 for 3,"
                        + " then $0.54 a month"
            })
    void leadsWithThePriceOfAnEpochWhereItIsAskedFor(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void showsTheBilledQuantity() {
        String arithmetic =
                "Training: 1,000 examples × 500 tokens × 3 epochs = 1,500,000 tokens × $25.00 / 1M tokens = $37.50";
        assertThat(Worded.facts(Worded.byGuide("cost gpt-4o"))).containsExactly(arithmetic);
        assertThat(Worded.facts(Worded.byGuide("cost gpt-4o details")))
                .containsExactly("Training: $37.50", "Billed: 1,500,000 tokens", arithmetic);
    }

    @Test
    void showsTheCostAtTheListedPrice() {
        assertThat(Worded.facts(Worded.byGuide("cost llama 8b lora details")))
                .startsWith(
                        "Training: $0.22-$0.29",
                        "Full price: $0.72 (LoRA is 60-70 % below the listed $0.48 / 1M tokens)",
                        "Billed: 1,500,000 tokens");
    }

    @Test
    void hoursAreBilledWhereTheyAreTheUnit() {
        assertThat(Worded.facts(Worded.today("cost o4-mini rft 4 training hours details")))
                .startsWith("Training: $400.00", "Billed: 4 hours");
    }

    @Test
    void fullFineTuningKeepsTheStatesOfTheOptimizer() {
        assertThat(Worded.facts(Worded.today("self-host llama 8b full 1k examples on h100 details")))
                .anyMatch(fact ->
                        fact.startsWith("Needs: 153.6 GB for weights, gradients, optimizer states and activations"));
    }

    @Test
    void tokensOfStepsAreShownAsAProduct() {
        assertThat(Worded.notes(
                        Worded.today(
                                "max_steps 1500, per_device_batch 8, grad accum 4, seq len 2048 packed, llama 8b lora cost"),
                        Block.Tone.BASIS))
                .anyMatch(note -> note.contains("98,304,000 billed tokens (1,500 steps × 32 × 2,048)"));
    }

    @Test
    void countsOwnGpusByTheirMemory() {
        assertThat(Worded.facts(Worded.today("self-host llama 8b lora 1k examples on h100 details")))
                .anyMatch(fact -> fact.equals("Trained on: 1,500,000 tokens"))
                .anyMatch(fact -> fact.startsWith("Needs: 19.2 GB for weights, gradients and activations, on 1 H100"))
                .anyMatch(fact ->
                        fact.startsWith("GPU-hours: 4 FLOPs × 8B parameters × 1,500,000 tokens / (989 TFLOPS × "));
    }

    @Test
    void allOffersStandInATableInSightByTheirDifference() {
        assertThat(Worded.rows(Worded.byGuide("cost llama 8b")))
                .containsExactly("full | $0.72 | $0.48 / 1M tokens", "LoRA | $0.22-$0.29 | $0.144-$0.192 / 1M tokens");
        Reply reply = Worded.byGuide("cost llama 8b details");
        assertThat(Worded.paragraphs(reply)).startsWith("All ways to train it");
        assertThat(Worded.rows(reply))
                .containsExactly(
                        "Llama 3.1 8B | Together AI | full | $0.72 | $0.48 | open",
                        "Llama 3.1 8B | Together AI | LoRA | $0.22-$0.29 | $0.144-$0.192 | open");
    }

    @Test
    void theArithmeticOfTheOthersIsShownWhereItWasAskedFor() {
        assertThat(Worded.facts(Worded.byGuide("cost llama 8b, show the arithmetic")))
                .anyMatch(fact -> fact.endsWith("= $0.72"))
                .anyMatch(fact -> fact.endsWith("= $0.216-$0.288"));
        assertThat(Worded.facts(Worded.byGuide("cost llama 8b"))).noneMatch(fact -> fact.endsWith("= $0.216-$0.288"));
    }

    @Test
    void namesItsSources() {
        Reply reply = Worded.byGuide("cost gpt-4o 2k examples, details");
        assertThat(Worded.notes(reply, Block.Tone.BASIS))
                .containsExactly("2,000 examples · assumed: 500 tokens each · 3 epochs");
        assertThat(Worded.notes(reply, Block.Tone.NOTE))
                .anySatisfy(note -> assertThat(note).startsWith("Training per 1M tokens: "))
                .last()
                .isEqualTo("Left out: taxes, credits, free quotas and preparing the data.");
    }
}
