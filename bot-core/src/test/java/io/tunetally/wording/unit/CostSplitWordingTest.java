package io.tunetally.wording.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.wording.Worded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CostSplitWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // $14.85 / 300 and $89.76 / 300.
                "tco qwen3-8b 3k requests/day, 600 tokens in, 80 out, split over 300 customers | Qwen3 8B, LoRA on Thinking"
                        + " Machines: $0.0495 a month for each of 300 customers, $0.2992 over 6 months with training",
                // The price of each, and their number behind it: $14.36 / 62.
                "what does qwen3 8b cost with 2,200 requests a day, per month and per restaurant, we have 62 | Qwen3 8B, LoRA on Thinking"
                        + " Machines: $0.2315 a month for each of 62 restaurants, $1.40 over 6 months with training",
                // $1.98 / 40.
                "cost qwen3-8b 5k examples at 300 tokens per example split over 40 branches | Qwen3 8B, LoRA on Thinking"
                        + " Machines: $0.0495 to train for each of 40 branches"
            })
    void leadsWithTheShareOfEach(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void theWholeFollows() {
        Reply reply = Worded.today("cost qwen3-8b 5k examples at 300 tokens per example split over 40 branches");
        assertThat(Worded.notes(reply, Block.Tone.BASIS).getFirst())
                .isEqualTo("Qwen3 8B, LoRA: from $1.98 to train (Thinking Machines)");
    }
}
