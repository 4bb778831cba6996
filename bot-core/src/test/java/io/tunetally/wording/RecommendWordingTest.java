package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import org.junit.jupiter.api.Test;

final class RecommendWordingTest {
    @Test
    void leadsWithThePick() {
        assertThat(Worded.earlier("recommend guide prices").title())
                .isEqualTo("Start with GPT-4o mini, $4.50 to train (OpenAI)");
        assertThat(Worded.today("recommend guide prices").title())
                .isEqualTo("Start with Llama 3.1 8B, LoRA, $0.22-$0.29 to train (Together AI)");
    }

    @Test
    void namesThePickThatIsClosedInTheSmallPrint() {
        assertThat(Worded.notes(Worded.today("recommend details"), Block.Tone.NOTE))
                .contains("Not for new customers: GPT-4o mini (closed to organizations that never fine-tuned, since"
                        + " 2026-05-07).");
    }

    @Test
    void listsThePickAndTheCheapestOthers() {
        assertThat(Worded.rows(Worded.earlier("recommend")))
                .hasSize(5)
                .first()
                .asString()
                .startsWith("Qwen3 8B | LoRA | Thinking Machines | $0.60 | ");
    }

    @Test
    void saysWhereNothingFits() {
        Reply reply = Worded.today("recommend for $0.01");
        assertThat(reply.title()).isEqualTo("Nothing fits that a new customer can start today");
        assertThat(Worded.rows(reply)).isEmpty();
    }
}
