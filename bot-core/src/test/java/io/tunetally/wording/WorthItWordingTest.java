package io.tunetally.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.reply.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorthItWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "should I fine-tune | It depends on the task: tune for a format, a tone or one narrow task, not for knowledge",
                "should I fine-tune consistent-format | Yes: one format every time is what fine-tuning is good at -"
                        + " gpt-oss 20B, LoRA, $0.59 to train (Thinking Machines)",
                "should I fine-tune few-shot-works | Not yet: a prompt with a few examples already works, and costs"
                        + " nothing to train"
            })
    void leadsWithTheVerdict(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void listsTheReasonsForAndAgainst() {
        assertThat(Worded.facts(Worded.today("should I fine-tune consistent-format data-changes")))
                .contains("For it: one format every time", "Against it: the data changes often (RAG)");
    }

    @Test
    void showsTheTeamsOwnNumbers() {
        assertThat(Worded.facts(Worded.earlier("should I fine-tune gpt-4o-mini, 2000 token prompt vs 100 token prompt,"
                        + " 200 in 300 out, 1000 requests/day, details")))
                .contains(
                        "Today: $15.30 a month untuned; $13.50 tuned with a 100-token prompt; training $4.50",
                        "Running: $13.50 a month to run",
                        "For it: long prompts");
    }

    @Test
    void asksTheOpenCriteriaAsButtons() {
        assertThat(Worded.buttons(Worded.today("should I fine-tune")))
                .extracting(Action::label)
                .containsSequence(
                        "Few-shot works", "We need one format", "Our data changes often", "Our prompts are long");
    }
}
