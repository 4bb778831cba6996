package io.tunetally.wording.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.wording.Worded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CostReasonWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tco gpt-4.1-mini on azure 800 requests/day 3 months why so much | Because of hosting, billed whether used or not: "
                        + "720 hours × $1.70 / hour = $1,224.00 of $1,236 a month (GPT-4.1 mini on Azure OpenAI (global))",
                "cost llama-3.1-8b lora on ori 1000 examples 3 epochs why so much | Because of training: 1,000 examples × 500 tokens"
                        + " × 3 epochs = 1,500,000 tokens × $0.46 / 1M tokens = $0.69, all of it (Llama 3.1 8B, LoRA on Ori)"
            })
    void leadsWithTheLargestItem(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void theAnswerFollows() {
        Reply reply = Worded.today("cost llama-3.1-8b lora on ori 1000 examples 3 epochs why so much");
        assertThat(Worded.notes(reply, Block.Tone.BASIS).getFirst())
                .startsWith("Llama 3.1 8B, LoRA on Ori: $0.69 to train");
    }
}
