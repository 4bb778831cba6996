package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Inquiries;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.engine.Quote;
import io.tunetally.engine.TestPrices;
import io.tunetally.engine.Warning;
import io.tunetally.wording.Worded;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CaveatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o on openai | CANNOT_BE_BOUGHT | OpenAI: since 2026-05-07 closed to organizations that never"
                        + " fine-tuned.",
                "cost llama 70b lora on fireworks | CANNOT_BE_BOUGHT | Llama 3.3 70B is not on Fireworks AI's list of"
                        + " models to fine-tune: ask before you plan with it.",
                "cost gpt-4.1 mini on azure | ENDS_SOON | Azure OpenAI (global): from 2027-04-14 new customers can no"
                        + " longer train.",
                "tco llama 8b lora on together | RUNNING_COST | Together AI does not run a tuned Llama 3.1 8B: download"
                        + " it, and run it on GPUs.",
                "cost llama 8b lora on together | MINIMUM | Together AI bills at least $4.00 a job for most models: $0.72 may be $4.00.",
                "cost llama 8b lora on together | EDITIONS_DISAGREE | The guide's figure for this is $0.22-$0.29.",
                "cost gpt-4o on openai | STALE | The price of GPT-4o on OpenAI was last seen 635 days ago: check before"
                        + " you commit.",
                "cost llama 8b lora on together | BY_SIZE | Together AI has no price of its own for Llama 3.1 8B: this"
                        + " goes by its size.",
                "cost gpt-4o lora on openai | NOT_USED | Not used: LoRA (OpenAI does not offer it for GPT-4o)",
                "cost llama 8b on openai | NOT_USED | Not used: OpenAI (it has no price for training Llama 3.1 8B on file, Ori has)",
                "tco llama 8b on together provisioned | NOT_USED | Not used: provisioned (Together AI has no such"
                        + " deployment of Llama 3.1 8B on file)"
            })
    void saysAWarningInOneSentenceByItsWeight(String question, Caveat.Rank rank, String text) {
        assertThat(caveats(question))
                .anyMatch(caveat -> caveat.rank() == rank && caveat.text().equals(text));
    }

    /** OpenAI takes no new jobs of GPT-4o from 2027-01-06, and shuts it down on 2027-01-14. */
    @Test
    void aShutdownWithinHalfAYearWeighsMoreThanTheEndOfTrainingBeforeIt() {
        Quote quote =
                OutcomeQuotes.of(Worded.outcomeToday("cost gpt-4o on openai")).getFirst();
        Predicate<Warning> ends = warning -> warning instanceof Warning.Lifecycle life
                && life.event().kind() != LifecycleEvent.Kind.CLOSED_TO_NEW_CUSTOMERS;

        assertThat(Caveat.of(quote, LocalDate.of(2026, 7, 1), ends).getFirst().text())
                .startsWith("OpenAI: from 2027-01-06");
        assertThat(Caveat.of(quote, LocalDate.of(2026, 7, 15), ends).getFirst().text())
                .startsWith("OpenAI: from 2027-01-14");
    }

    @Test
    void ofSeveralEndsTheOneInEffectIsSaidElseTheFirst() {
        assertThat(caveats("cost gpt-4o on openai"))
                .filteredOn(caveat -> caveat.rank().compareTo(Caveat.Rank.ENDS_SOON) <= 0)
                .hasSize(1);
    }

    @Test
    void anEndInMoreThanAYearWeighsLeast() {
        Quote quote = OutcomeQuotes.of(Worded.outcomeToday("cost gpt-4.1 mini on azure"))
                .getFirst();
        LocalDate end = LocalDate.of(2027, 4, 14);
        assertThat(ranks(quote, end.minusMonths(12).plusDays(1))).contains(Caveat.Rank.ENDS_SOON);
        assertThat(ranks(quote, end.minusMonths(12)))
                .contains(Caveat.Rank.ENDS_LATER)
                .doesNotContain(Caveat.Rank.ENDS_SOON);
    }

    @Test
    void saysOnlyTheKindsThatAreAskedFor() {
        assertThat(Caveat.of(
                        OutcomeQuotes.of(Worded.outcomeToday("cost gpt-4o on openai"))
                                .getFirst(),
                        TestPrices.TODAY,
                        _ -> false))
                .isEmpty();
    }

    @Test
    void theHeaviestIsTheOneInSight() {
        assertThat(Caveat.Rank.values())
                .startsWith(Caveat.Rank.NOT_USED, Caveat.Rank.CANNOT_BE_BOUGHT, Caveat.Rank.ENDS_SOON)
                .endsWith(Caveat.Rank.BY_SIZE, Caveat.Rank.ENDS_LATER);
        String question = "cost llama 8b lora on together";
        assertThat(AnswerFrame.of(Inquiries.today(question))
                        .cite(OutcomeQuotes.of(Worded.outcomeToday(question)).getFirst())
                        .reply("title", List.of())
                        .blocks()
                        .toString())
                .contains(
                        "Together AI bills at least $4.00 a job for most models: $0.72 may be $4.00.",
                        "The guide's figure: $0.22-$0.29")
                .doesNotContain("goes by its size");
    }

    private static List<Caveat> caveats(String question) {
        return Caveat.of(OutcomeQuotes.of(Worded.outcomeToday(question)).getFirst(), TestPrices.TODAY, _ -> true);
    }

    private static List<Caveat.Rank> ranks(Quote quote, LocalDate asOf) {
        return Caveat.of(quote, asOf, _ -> true).stream().map(Caveat::rank).toList();
    }
}
