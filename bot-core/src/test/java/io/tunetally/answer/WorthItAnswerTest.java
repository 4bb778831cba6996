package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.request.Criterion;
import io.tunetally.request.SlotName;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorthItAnswerTest {
    private final WorthItAnswer answer = new WorthItAnswer(new RecommendAnswer());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "should I fine-tune | DEPENDS",
                "should I fine-tune consistent-format | WORTH_IT",
                "should I fine-tune lengthy-prompts niche-task | WORTH_IT",
                "should I fine-tune few-shot-works | NOT_YET",
                "should I fine-tune data-changes | NOT_YET",
                "should I fine-tune broad-knowledge | NOT_YET",
                "should I fine-tune consistent-format niche-task data-changes | NOT_YET"
            })
    void oneReasonAgainstOutweighsEveryReasonFor(String question, WorthItOutcome.Verdict verdict) {
        assertThat(judged(question).verdict()).isEqualTo(verdict);
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
                .hasSize(4)
                .allSatisfy(next -> assertThat(next.request().slots().value(SlotName.CRITERIA))
                        .hasSize(2)
                        .contains(Criterion.CONSISTENT_FORMAT));
    }

    @Test
    void theOpenCriteriaComeBeforeTheOtherQuestions() {
        assertThat(judged("should I fine-tune").followUps())
                .extracting(NextQuestion::kind)
                .containsExactly(
                        NextQuestion.Kind.DETAILS,
                        NextQuestion.Kind.CRITERION,
                        NextQuestion.Kind.CRITERION,
                        NextQuestion.Kind.CRITERION,
                        NextQuestion.Kind.CRITERION,
                        NextQuestion.Kind.BREAK_EVEN_EXAMPLE,
                        NextQuestion.Kind.RECOMMEND);
    }

    @Test
    void showsTheNumbersOfTheTeamsOwnCase() {
        WorthItOutcome outcome = (WorthItOutcome) answer.answer(
                Inquiries.earlier("should I fine-tune gpt-4o-mini, 2000 token prompt vs 100 token prompt, "
                        + "200 in 300 out, 100 requests/day"));
        assertThat(Objects.requireNonNull(outcome.quote()).training().low().toDecimal())
                .isEqualTo("4.50");
        assertThat(Objects.requireNonNull(outcome.breakEven()).best().requests())
                .isEqualByComparingTo("75000");
    }

    private WorthItOutcome judged(String question) {
        return (WorthItOutcome) answer.answer(Inquiries.today(question));
    }
}
