package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.answer.outcome.CrossoverOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.PromptSaving;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class BreakEvenAnswerTest {
    @Test
    void aShorterPromptPaysBackAfterSoManyRequests() {
        BreakEvenOutcome outcome = paidBack(Inquiries.earlier(
                "break even gpt-4o-mini 2000 token prompt vs 100 token prompt, 200 in 300 out, 1000 requests/day"));
        BreakEven comparison = outcome.comparisons().getFirst();
        assertThat(comparison.isOfOneModel()).isTrue();
        // Untuned 2,200 x 0.15 + 300 x 0.60 = 510, tuned 300 x 0.30 + 300 x 1.20 = 450 per 1M requests: $4.50 /
        // $0.00006.
        assertThat(comparison.result()).isInstanceOfSatisfying(BreakEven.Result.PaysBack.class, back -> {
            assertThat(back.requests().low()).isEqualByComparingTo("75000");
            assertThat(back.months().low()).isEqualByComparingTo("2.5");
        });
        assertThat(outcome.promptSaving()).isNull();
        assertThat(outcome.followUps())
                .extracting(NextQuestion::kind)
                .containsExactly(NextQuestion.Kind.DETAILS, NextQuestion.Kind.WORTH_IT);
    }

    @Test
    void aBillOfTodayIsSetAgainstTheMonthOfTheTunedModel() {
        BreakEvenOutcome outcome =
                paidBack(Inquiries.earlier("break even tuned gpt-4.1-nano 30000 requests/day bill $3800 a month"));
        BreakEven comparison = outcome.comparisons().getFirst();
        assertThat(comparison.isAgainstBill()).isTrue();
        assertThat(comparison.isOfOneModel()).isFalse();
        assertThat(comparison.base().low().usd()).isEqualByComparingTo("3800");
        assertThat(comparison.result()).isInstanceOf(BreakEven.Result.PaysBack.class);
        assertThat(outcome.instead()).isNull();
        BreakEvenOutcome dear =
                paidBack(Inquiries.earlier("break even tuned gpt-4.1-nano 100 requests/day bill $0.01 a month"));
        assertThat(dear.comparisons().getFirst().result()).isInstanceOf(BreakEven.Result.NoSaving.class);
    }

    @Test
    void aModelThatEndsFirstAtTheTrafficThatWasSaidDoesNotPayBack() {
        String question = "break even gpt-4o-mini 2000 token prompt vs 100 token prompt, 200 in 300 out";
        assertThat(paidBack(Inquiries.earlier(question + ", 100 requests/day"))
                        .comparisons()
                        .getFirst()
                        .result())
                .isInstanceOfSatisfying(BreakEven.Result.EndsFirst.class, ends -> {
                    assertThat(ends.ending()).isEqualTo(new BreakEven.Ending(LocalDate.of(2027, 1, 14), 592));
                    assertThat(ends.otherwise().months().low()).isEqualByComparingTo("25");
                });
        // The traffic that is assumed is 100 a day, too.
        assertThat(paidBack(Inquiries.earlier(question))
                        .comparisons()
                        .getFirst()
                        .result())
                .isInstanceOf(BreakEven.Result.PaysBack.class);
    }

    @Test
    void withoutAPromptItIsSaidHowMuchShorterItWouldHaveToGet() {
        BreakEvenOutcome outcome = paidBack(Inquiries.earlier("break even gpt-4o-mini"));
        PromptSaving saving = Objects.requireNonNull(outcome.promptSaving());
        // (4.50 + 6 x (1.17 - 0.585)) / (18,000 requests x $0.15 / 1M) = 2,966.7
        assertThat(saving.low()).isEqualByComparingTo("2967");
        assertThat(saving.days()).isEqualTo(180);
        assertThat(outcome.followUps())
                .extracting(NextQuestion::kind)
                .containsExactly(NextQuestion.Kind.DETAILS, NextQuestion.Kind.BREAK_EVEN_EXAMPLE);
    }

    @Test
    void aModelThatEndsWithinThePeriodHasTheMonthsUntilThenToPayBack() {
        // 2026-11-25 to 2027-01-14 are 50 days: one whole month. (4.50 + 1.17 - 0.585) / (3,000 requests x $0.15 / 1M)
        PromptSaving saving = Objects.requireNonNull(
                paidBack(Inquiries.today("break even gpt-4o-mini")).promptSaving());
        assertThat(saving.days()).isEqualTo(30);
        assertThat(saving.low()).isEqualByComparingTo("11300");
    }

    @Test
    void twoModelsThatCanBothBeStartedAreComparedTuned() {
        Outcome outcome =
                BreakEvenAnswer.of(Inquiries.earlier("break even gpt-4o-mini vs gpt-4.1 mini 1000 requests/day"));
        assertThat(outcome).isInstanceOfSatisfying(CrossoverOutcome.class, crossed -> {
            assertThat(crossed.quotes())
                    .extracting(quote -> quote.offer().model().id().value())
                    .containsExactly("gpt-4o-mini", "gpt-4.1-mini");
            assertThat(crossed.crossing()).isNotNull();
            assertThat(crossed.followUps())
                    .extracting(NextQuestion::kind)
                    .containsExactly(NextQuestion.Kind.DETAILS, NextQuestion.Kind.BREAK_EVEN_UNTUNED);
        });
    }

    @Test
    void ofTwoModelsTheOneThatIsClosedIsTakenAsItIs() {
        BreakEven comparison = paidBack(Inquiries.today("break even gpt-4o vs qwen3 8b 1000 requests/day"))
                .comparisons()
                .getFirst();
        assertThat(comparison.tuned().offer().model().id().value()).isEqualTo("qwen3-8b");
        assertThat(comparison.untuned().model().id().value()).isEqualTo("gpt-4o");
    }

    @Test
    void aModelThatIsSaidToBeUntunedDecides() {
        BreakEven comparison = paidBack(Inquiries.earlier("break even gpt-4.1 mini vs base gpt-4o 1000 requests/day"))
                .comparisons()
                .getFirst();
        assertThat(comparison.tuned().offer().model().id().value()).isEqualTo("gpt-4.1-mini");
        assertThat(comparison.untuned().model().id().value()).isEqualTo("gpt-4o");
    }

    @Test
    void withoutAModelTheFiveCheapestAreCompared() {
        Inquiry inquiry = Inquiries.earlier("when does fine-tuning pay off");
        BreakEvenOutcome outcome = paidBack(inquiry);
        assertThat(outcome.comparisons()).hasSize(5);
        assertThat(outcome.comparisons().stream().map(BreakEven::tuned).toList())
                .isSortedAccordingTo(Quote.CHEAPEST_FIRST)
                .allMatch(quote -> inquiry.engine().offers().canStart(quote.offer(), quote.objective()));
    }

    @Test
    void severalNamedModelsAreEachComparedWithThemselves() {
        BreakEvenOutcome outcome = paidBack(Inquiries.earlier("break even gpt-4o, gpt-4o mini and gpt-4.1 mini"));
        assertThat(outcome.comparisons()).hasSize(3).allMatch(BreakEven::isOfOneModel);
    }

    @Test
    void aNamedModelThatCannotBeTrainedIsSaidWithTheReason() {
        BreakEvenOutcome outcome = paidBack(Inquiries.earlier("break even gpt-4o, gpt-4o mini and nova pro"));
        assertThat(outcome.comparisons()).hasSize(2);
        assertThat(outcome.untrained()).singleElement().satisfies(untrained -> {
            assertThat(untrained.model().id().value()).isEqualTo("nova-pro");
            assertThat(untrained.reason()).isInstanceOf(Outcome.Reason.NotPublished.class);
        });
    }

    @Test
    void aModelWhoseRunningHasNoPriceIsNotCompared() {
        // The guide prices running neither GPT-4o mini nor its untuned model.
        BreakEvenOutcome outcome = paidBack(Inquiries.byGuide("break even gpt-4o-mini"));
        assertThat(outcome.comparisons()).isEmpty();
        assertThat(outcome.uncompared())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.tuned().offer().model().id().value()).isEqualTo("gpt-4o-mini"));
    }

    @Test
    void refusesWhereNothingNamedCanBeTrained() {
        assertThat(BreakEvenAnswer.of(Inquiries.byGuide("break even nova pro")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Outcome.Reason.NotTuned.class));
        assertThat(BreakEvenAnswer.of(Inquiries.today("break even o4-mini rft")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isInstanceOf(Outcome.Reason.Ended.class));
    }

    @Test
    void theTrafficThatWasSaidIsThatOfTheComparison() {
        BreakEvenOutcome outcome = paidBack(Inquiries.earlier("break even gpt-4o-mini 2000 requests/day"));
        assertThat(outcome.comparisons().getFirst().best().requestsPerMonth()).isEqualByComparingTo("60000");
        assertThat(outcome.inquiry().filled().value(SlotName.REQUESTS_PER_DAY))
                .isEqualByComparingTo(BigDecimal.valueOf(2000));
    }

    private static BreakEvenOutcome paidBack(Inquiry inquiry) {
        assertThat(BreakEvenAnswer.of(inquiry)).isInstanceOf(BreakEvenOutcome.class);
        return (BreakEvenOutcome) BreakEvenAnswer.of(inquiry);
    }
}
