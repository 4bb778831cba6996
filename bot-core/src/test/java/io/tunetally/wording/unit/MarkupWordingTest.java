package io.tunetally.wording.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.wording.Worded;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the asker charges a client stands before the price that it is added to. */
final class MarkupWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 1.25 x $7.83 and 1.25 x $50.68.
                "tco qwen3-8b 4000 examples 700 tokens per example 1200 requests/day markup 25% | $9.79 a month with 25 % markup,"
                        + " $63.35 over 6 months: Qwen3 8B, LoRA on Thinking Machines: $3.70 to train, then $7.83 a month - $50.68 over 6 months",
                "qwen3 8b 4k examples with a 25% markup | $3.30 with 25 % markup: Qwen3 8B, LoRA: from $2.64 to train (Thinking Machines)",
                "qwen3 8b 4k examples, what is that with a 25% margin? | $3.30 with 25 % markup: Qwen3 8B, LoRA: from $2.64 to train"
                        + " (Thinking Machines)",
                // Each of 7 trainings and a seventh of the running, with the margin.
                "tco qwen3-8b 4000 examples 700 tokens per example 8400 requests/day 7 runs markup 25% split over 7 clients | Qwen3 8B,"
                        + " LoRA on Thinking Machines: $9.79 a month with 25 % markup for each of 7 clients, $63.35 over 6 months with"
                        + " training"
            })
    void leadsWithWhatIsCharged(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }
}
