package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;

final class CrossoverWordingTest {
    @Test
    void theCheaperModelStaysSo() {
        // Full: $0.72 and $0.378 a month against $37.50 and $14.625.
        Reply reply = Worded.byGuide("break even gpt-4o vs llama 8b full");
        assertThat(reply.title()).isEqualTo("Llama 3.1 8B is cheaper from the first day and stays so");
        assertThat(chart(reply).crossing()).isNull();
        assertThat(Worded.rows(reply))
                .containsExactly(
                        "GPT-4o | OpenAI | $37.50 | $14.63 | $125.25",
                        "Llama 3.1 8B | Together AI | $0.72 | $0.38 | $2.99");
        assertThat(Worded.rows(Worded.byGuide("break even gpt-4o vs llama 8b full, details")))
                .containsExactly(
                        "GPT-4o | OpenAI | full | $37.50 | $14.63 | $125.25 | open",
                        "Llama 3.1 8B | Together AI | full | $0.72 | $0.38 | $2.99 | open");
    }

    @Test
    void aMissingPriceLeavesNoVerdict() {
        assertThat(Worded.byGuide("break even gpt-4o-mini vs llama 8b full").title())
                .isEqualTo("No verdict: no price is known for inference of GPT-4o mini on OpenAI");
    }

    @Test
    void theDearerModelOvertakesOnceItHasEarnedItsTraining() {
        // Llama costs 7.5M x $0.50 = $3.75 and 720 x $7.00 = $5,040 a month on its own GPU, GPT-4o mini $22.50 and
        // 30,000 x $0.00039 = $11.70.
        Reply reply = Worded.earlier(
                "break even gpt-4o-mini vs llama 8b lora on fireworks 5k examples 1000 requests/day guide prices");
        assertThat(reply.title()).isEqualTo("Llama 3.1 8B is cheaper at first; GPT-4o mini overtakes it after 1 day");
        assertThat(chart(reply).inWords()).contains("equal after 1 day");
        // (6 x 5,040 + 3.75 - 22.50) / (6 x 30 x 0.00039) = 30,221.25 / 0.0702
        assertThat(Worded.paragraphs(reply))
                .contains("Both cost the same over this period at 430,502 requests a day; above that Llama 3.1 8B is"
                        + " cheaper.");
    }

    private static ChartSpec.Lines chart(Reply reply) {
        return (ChartSpec.Lines) Worded.blocks(reply, Block.Chart.class)
                .findFirst()
                .orElseThrow()
                .spec();
    }
}
