package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.Inquiries;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.Quote;
import io.tunetally.wording.Worded;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o on openai | closed to new customers, ends 2027-01-14",
                "cost gemini 2.0 flash | shut down since 2026-06-01",
                "cost llama 70b lora on fireworks | not on Fireworks AI's list",
                "cost qwen3 8b on tinker | ''"
            })
    void saysWhyAnOfferCannotBeStartedAndWhenItEnds(String question, String closed) {
        assertThat(standing(question).closed(first(question))).isEqualTo(closed);
        assertThat(standing(question).canStart(first(question))).isEqualTo(closed.isEmpty());
    }

    @Test
    void anEndThatIsStillToComeClosesNothing() {
        String question = "cost gpt-4o";
        Quote quote = OutcomeQuotes.of(Worded.outcomeByGuide(question)).getFirst();
        assertThat(new Standing(Inquiries.earlier(question)).closed(quote)).isEmpty();
        assertThat(new Standing(Inquiries.earlier(question)).end(quote)).contains(LocalDate.of(2027, 1, 14));
        assertThat(new Standing(Inquiries.byGuide(question)).end(quote)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4.1 mini on azure | , then $1,224 a month while it is deployed",
                "cost gpt-4o on openai | ''",
                "self-host llama 8b lora | ''"
            })
    void saysWhatAMonthCostsWithoutARequest(String question, String deployed) {
        assertThat(standing(question).whileDeployed(first(question))).isEqualTo(deployed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tco qwen3 8b on tinker | $0.66 to train, then $0.65 a month | ''",
                "tco gpt-4.1 mini on azure | $7.50 to train, then $1,226 a month while it is deployed"
                        + " | , then $1,224 a month while it is deployed",
                "cost gpt-4.1 mini on azure | $7.50 to train, then $1,224 a month while it is deployed"
                        + " | , then $1,224 a month while it is deployed",
                "tco llama 70b lora on together | $4.35 to train, but Together AI does not run it"
                        + " | , but Together AI does not run it",
                "cost llama 8b on ori | $0.69 to train | ''"
            })
    void theTotalLeadsAndWhatRunningTakesIsSaid(String question, String cost, String afterwards) {
        assertThat(standing(question).cost(first(question))).isEqualTo(cost);
        assertThat(standing(question).afterwards(first(question))).isEqualTo(afterwards);
    }

    @ParameterizedTest
    @CsvSource({"tco llama 70b lora on together, not offered", "cost llama 8b on ori, unknown"})
    void saysWhyRunningHasNoPrice(String question, String why) {
        assertThat(standing(question).withoutPrice(first(question))).isEqualTo(why);
    }

    @Test
    void tellsWhatNobodyRunsFromWhatHasNoPrice() {
        String llama = "tco llama 8b lora on together";
        assertThat(standing(llama).notRun(first(llama))).isEqualTo("but Together AI does not run it");
        String mini = "tco gpt-4o mini";
        assertThat(new Standing(Inquiries.byGuide(mini))
                        .notRun(OutcomeQuotes.of(Worded.outcomeByGuide(mini)).getFirst()))
                .isEqualTo("running cost unknown");
    }

    private static Standing standing(String question) {
        Inquiry inquiry = Inquiries.today(question);
        return new Standing(inquiry);
    }

    private static Quote first(String question) {
        return OutcomeQuotes.of(Worded.outcomeToday(question)).getFirst();
    }
}
