package io.tunetally.wording;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.engine.Offer;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import io.tunetally.wording.part.OutcomeQuotes;
import io.tunetally.wording.table.Ranking;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TippingPointsWordingTest {
    private static final String PAIR = "what would change tco ministral-8b-classifier vs gpt-oss-20b 300 requests/day";

    @Test
    void theHeadlineSaysWhatToWatchAndWhoWinsThen() {
        assertThat(Worded.today(PAIR).title())
                .isEqualTo("gpt-oss 20B, LoRA on Thinking Machines stays cheapest unless you pass 563 requests a day:"
                        + " then Ministral 8B classifier on Mistral AI wins");
    }

    @Test
    void theFirstRowIsTheHeadlinesWithBothCostsThere() {
        assertThat(Worded.rows(Worded.today(PAIR)).getFirst())
                .contains("Requests a day", "300", "564", "Ministral 8B classifier", "$18.84", "$18.87");
    }

    @Test
    void theDetailsHaveBothSidesOfEachPoint() {
        List<String> rows = Worded.rows(Worded.today(PAIR + " details"));
        assertThat(rows).anyMatch(row -> row.contains("Requests a day") && row.contains("563"));
        assertThat(rows).anyMatch(row -> row.contains("Own price") && row.contains("+69 %"));
        assertThat(rows).anyMatch(row -> row.contains("Rival's price") && row.contains("-42 %"));
    }

    @Test
    void theChartShowsHowFarEachCanMove() {
        ChartSpec spec = Worded.blocks(Worded.today(PAIR), Block.Chart.class)
                .findFirst()
                .orElseThrow()
                .spec();
        assertThat(spec).isInstanceOf(ChartSpec.Tornado.class);
        assertThat(((ChartSpec.Tornado) spec).swings().getFirst().range()).isEqualTo("… to 564");
        assertThat(spec.job()).contains("gpt-oss 20B").contains("300 requests/day");
    }

    @Test
    void aShutdownWithinTheHorizonIsTheReason() {
        assertThat(Worded.today("what would change tco gpt-4.1-mini vs llama 8b 5k requests/day")
                        .title())
                .contains("unless it runs for more than")
                .endsWith("(GPT-4.1 mini ends 2027-10-14)");
    }

    @Test
    void aVerdictIsBetweenTheTunedAndTheUntunedModel() {
        assertThat(Worded.today("what would change worth it gpt-4.1-mini 20k requests/day 3000 prompt tokens 100 tuned"
                                + " prompt tokens")
                        .title())
                .contains("GPT-4.1 mini untuned stays cheapest unless the prompt is longer than")
                .contains("then GPT-4.1 mini on Azure OpenAI");
    }

    @Test
    void withoutAWinnerTheAnswerSaysThatNothingCanBeStarted() {
        Reply reply = Worded.today("what would change compare gpt-4o vs gpt-4o-mini");
        assertThat(reply.title()).isEqualTo("None of these can be started today, so none of them wins");
        assertThat(Worded.notes(reply, Block.Tone.NOTE)).anyMatch(note -> note.contains("GPT-4o"));
    }

    @Test
    void whereNothingChangesTheValuesTriedAreTold() {
        TippingPointsOutcome found = (TippingPointsOutcome)
                Worded.outcomeToday("what would change tco llama 8b vs qwen3 8b 100 requests/day");
        TippingPointsOutcome outcome = new TippingPointsOutcome(
                found.inquiry(),
                found.subject(),
                found.winner(),
                found.runnerUp(),
                List.of(),
                found.tried(),
                found.closed(),
                found.followUps());
        Reply reply = new Wording().reply(outcome);
        assertThat(reply.title())
                .endsWith("stays cheapest: nothing from 1/1000 to 1000 times of today's values changes that");
        assertThat(Worded.notes(reply, Block.Tone.NOTE))
                .anyMatch(note -> note.startsWith("Tried: requests a day 1 to 100,000, epochs 1 to 100,"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare llama 8b vs qwen3 8b",
                "compare all",
                "tco llama 8b vs qwen3 8b 100 requests/day",
                "recommend 20k requests/day",
                "worth it gpt-4.1-mini 20k requests/day 3000 prompt tokens 100 tuned prompt tokens"
            })
    void isOfferedAsAButtonThatAnswersForTheSameQuestion(String question) {
        String command = Worded.buttons(Worded.today(question)).stream()
                .filter(action -> action.label().equals("What would change this?"))
                .map(Action::command)
                .findFirst()
                .orElseThrow();
        assertThat(command).startsWith("what would change ");
        assertThat(Worded.outcomeToday(command)).isInstanceOf(TippingPointsOutcome.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare llama 8b vs qwen3 8b",
                "compare all",
                "compare all 100 requests/day",
                "compare llama 70b vs gpt-4.1 vs qwen3-32b 10k requests/day",
                "tco llama 8b vs gpt-4.1-mini 5000 requests/day 24 months",
                "recommend",
                "recommend 20k requests/day"
            })
    void theWinnerIsTheOneInTheHeadlineOfTheAnswer(String question) {
        Outcome.Answered answer = (Outcome.Answered) Worded.outcomeToday(question);
        TippingPointsOutcome outcome = (TippingPointsOutcome) Worded.outcomeToday("what would change " + question);
        Offer first = Ranking.of(answer.inquiry(), OutcomeQuotes.of(answer))
                .cheapestOfEach(_ -> "")
                .getFirst()
                .offer();
        assertThat(requireNonNull(outcome.winner()).contender().offer()).isEqualTo(first);
    }

    @Test
    void isNotOfferedWhereOnlyOneOfferCanBeStarted() {
        assertThat(Worded.buttons(Worded.today("compare gpt-4o vs gpt-4.1-mini on azure")))
                .extracting(Action::label)
                .doesNotContain("What would change this?");
    }

    @Test
    void asksBackWhichAnswerIsMeant() {
        Outcome outcome = Worded.outcomeToday("what would change this?");
        assertThat(outcome.status()).isEqualTo(Outcome.Status.QUESTION);
        Reply reply = new Wording().reply(outcome);
        assertThat(reply.title()).startsWith("What would change which answer?");
        assertThat(Worded.buttons(reply))
                .extracting(Action::command)
                .containsExactly("what would change tco all", "what would change compare all");
    }

    @Test
    void whatOutlastsTheOtherWinsNothing() {
        assertThat(Worded.today("what would change tco llama 8b vs gpt-4.1-mini 5k requests/day")
                        .title())
                .endsWith("is what is left (GPT-4.1 mini ends 2027-10-14)");
    }
}
