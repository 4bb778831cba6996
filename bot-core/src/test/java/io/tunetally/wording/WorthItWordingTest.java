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
                "should I fine-tune | It depends: fine-tune for format, shorter prompts or a niche task, not for knowledge",
                "should I fine-tune consistent-format | Worth it, by the guide's criteria",
                "should I fine-tune few-shot-works | Not yet, by the guide's criteria"
            })
    void leadsWithTheVerdict(String question, String title) {
        assertThat(Worded.today(question).title()).isEqualTo(title);
    }

    @Test
    void listsTheReasonsForAndAgainst() {
        assertThat(Worded.facts(Worded.today("should I fine-tune consistent-format data-changes")))
                .startsWith(
                        "Speaks for it: one format, tone or terminology every time",
                        "Speaks against it: the data changes often");
        assertThat(Worded.facts(Worded.today("should I fine-tune")))
                .startsWith(
                        "Would speak for it: one format, tone or terminology every time; long instructions in every"
                                + " prompt; a niche task the base model struggles with",
                        "Would speak against it: a few examples in the prompt already work; the data changes often;"
                                + " broad general knowledge is needed");
    }

    @Test
    void showsTheTeamsOwnNumbers() {
        assertThat(Worded.facts(Worded.earlier("should I fine-tune gpt-4o-mini, 2000 token prompt vs 100 token prompt,"
                        + " 200 in 300 out, 1000 requests/day, details")))
                .contains(
                        "Your case: GPT-4o mini on OpenAI",
                        "Training: $4.50",
                        "Running: $13.50 a month",
                        "Against untuned: pays back after 75,000 requests (2.5 months at this traffic)");
    }

    @Test
    void asksTheOpenCriteriaAsButtons() {
        assertThat(Worded.buttons(Worded.today("should I fine-tune")))
                .extracting(Action::label)
                .containsSequence(
                        "Few-shot works", "We need one format", "Our data changes often", "Our prompts are long");
    }
}
