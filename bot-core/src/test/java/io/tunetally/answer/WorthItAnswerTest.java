package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.advice.Verdict;
import io.tunetally.answer.advice.Why;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.request.Criterion;
import io.tunetally.request.SlotName;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorthItAnswerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "should I fine-tune | DEPENDS | Open",
                "should I fine-tune consistent-format | WORTH_IT | Reason",
                "should I fine-tune consistent-format 300 examples | DEPENDS | MoreExamples",
                "should I fine-tune consistent-format 30 examples | NOT_YET | Reason",
                "should I fine-tune few-shot-works | NOT_YET | Reason",
                "should I fine-tune broad-knowledge | NO | Reason",
                "should I fine-tune consistent-format data-changes | DEPENDS | Reason",
                "should I fine-tune tone-of-voice 10 requests/day | NO | Reason",
                "should I fine-tune gpt-4o-mini consistent-format | NO | Closed",
                "should I fine-tune claude consistent-format | NO | NotTuned",
                "should I fine-tune on azure consistent-format | DEPENDS | EndpointFee",
                "should I fine-tune consistent-format on a budget of $0.01 | NO | NothingToStart",
                "should I fine-tune gpt-4o 3000 prompt tokens 20000 requests/day | DEPENDS | Prompt",
                "should I fine-tune gpt-oss-20b 3000 prompt tokens 20000 requests/day | WORTH_IT | Reason",
                "should I fine-tune gpt-4.1 25000 requests/day 2500 prompt tokens 1600 tuned prompt tokens | WORTH_IT | Prompt",
                "should I fine-tune gpt-4.1 25000 requests/day 2500 prompt tokens 2400 tuned prompt tokens | NOT_YET | NoSaving"
            })
    void decidesByCriteriaThenByWhatCanBeStartedThenByMoney(String question, Verdict verdict, String why) {
        WorthItOutcome outcome = judged(question);
        assertThat(outcome.verdict()).isEqualTo(verdict);
        assertThat(outcome.why().getClass().getSimpleName()).isEqualTo(why);
    }

    @Test
    void asksFourOpenCriteriaTheMostTellingFirst() {
        assertThat(judged("should I fine-tune").open())
                .containsExactly(
                        Criterion.FEW_SHOT_WORKS,
                        Criterion.CONSISTENT_FORMAT,
                        Criterion.DATA_CHANGES,
                        Criterion.LENGTHY_PROMPTS);
        assertThat(judged("should I fine-tune few-shot-works niche-task").open())
                .containsExactly(
                        Criterion.CONSISTENT_FORMAT,
                        Criterion.DATA_CHANGES,
                        Criterion.LENGTHY_PROMPTS,
                        Criterion.BROAD_KNOWLEDGE);
    }

    @Test
    void anAnswerToACriterionKeepsThoseThatWereSaid() {
        List<NextQuestion> asked = judged("should I fine-tune consistent-format").followUps().stream()
                .filter(next -> next.kind() == NextQuestion.Kind.CRITERION)
                .toList();
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(next -> assertThat(next.request().slots().value(SlotName.CRITERIA))
                        .hasSize(2)
                        .contains(Criterion.CONSISTENT_FORMAT));
    }

    /** 3,000 x 2.50 + 500 x 2.50 + 300 x 10 = 11,750 untuned; 500 x 3.75 + 300 x 15 = 6,375 and 3.75 a prompt token tuned. */
    @Test
    void findsThePromptBelowWhichATunedRequestCostsLess() {
        WorthItOutcome outcome = judged("should I fine-tune gpt-4o 3000 prompt tokens 20000 requests/day 300 out");
        assertThat(Objects.requireNonNull(outcome.promptLimit()).tokens()).isEqualByComparingTo("1433");
        assertThat(outcome.promptLimit().comparison().base().low().toDecimal()).isEqualTo("7050.00");
        assertThat(outcome.promptLimit().comparison().tuned().monthly().low().toDecimal())
                .isEqualTo("4275.00");
    }

    /** 5,700 - 5,574 a month pay the $1,500 back in 11.9 months; of $150 in 1.2. */
    @Test
    void isNotWorthItIfTheModelEndsBeforeItHasPaidBack() {
        String job =
                "should I fine-tune gpt-4.1 40000 examples 2500 prompt tokens 1600 tuned prompt tokens 25000 requests/day";
        WorthItOutcome outcome = judged(job);
        assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(Objects.requireNonNull(outcome.breakEven()).result()).isInstanceOf(BreakEven.Result.EndsFirst.class);
        assertThat(judged(job.replace("40000", "4000")).verdict()).isEqualTo(Verdict.WORTH_IT);
    }

    /** (7,050 - 3,825 - 10,000 / 6) / 2.25 a prompt token; 100,000 / 6 is more than all that is paid today. */
    @Test
    void whatIsPaidOnceHasToBeSavedWithinTheMonths() {
        String job = "should I fine-tune gpt-4o 3000 prompt tokens 20000 requests/day 300 out, labelling ";
        assertThat(Objects.requireNonNull(judged(job + "$10,000").promptLimit()).tokens())
                .isEqualByComparingTo("692");
        WorthItOutcome never = judged(job + "$100,000");
        assertThat(never.verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(never.why())
                .isInstanceOfSatisfying(
                        Why.OneOff.class, why -> assertThat(why.days()).isEqualTo(180));
    }

    @Test
    void showsTheNumbersOfTheTeamsOwnCase() {
        WorthItOutcome outcome = (WorthItOutcome) WorthItAnswer.of(
                Inquiries.earlier("should I fine-tune gpt-4o-mini, 2000 token prompt vs 100 token prompt, "
                        + "200 in 300 out, 100 requests/day guide prices"));
        assertThat(Objects.requireNonNull(outcome.quote()).training().low().toDecimal())
                .isEqualTo("4.50");
        assertThat(Objects.requireNonNull(outcome.breakEven()).best().requests())
                .isEqualByComparingTo("75000");
    }

    @Test
    void whatItStartsWithCanBeStartedAndStaysOpen() {
        for (String question :
                List.of("should I fine-tune", "should I fine-tune gpt-4o", "should I fine-tune on azure")) {
            WorthItOutcome outcome = judged(question);
            var quote = Objects.requireNonNull(outcome.quote());
            var offers = outcome.inquiry().engine().offers();
            assertThat(offers.canStart(quote.offer(), quote.objective()))
                    .as(question)
                    .isTrue();
            assertThat(offers.staysOpen(
                            quote.offer(), Plans.horizonOf(outcome.inquiry()).end()))
                    .as(question)
                    .isTrue();
        }
        assertThat(judged("should I fine-tune gpt-4o consistent-format").why()).isInstanceOf(Why.Closed.class);
    }

    private static WorthItOutcome judged(String question) {
        return (WorthItOutcome) WorthItAnswer.of(Inquiries.today(question));
    }
}
