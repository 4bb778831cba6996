package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.PickReason;
import io.tunetally.answer.outcome.RecommendOutcome;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.engine.Quote;
import io.tunetally.engine.TestPrices;
import io.tunetally.units.Band;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecommendAnswerTest {
    private final RecommendAnswer answer = new RecommendAnswer();

    @Test
    void aNamedModelIsRecommendedThoughItIsNoPickOfTheGuide() {
        RecommendOutcome outcome = recommended(Inquiries.today("recommend qwen3.5 9b"));
        assertThat(model(Objects.requireNonNull(outcome.pick()))).isEqualTo("qwen3.5-9b");
        assertThat(outcome.passedOver()).isEmpty();
    }

    @Test
    void startsWithTheGuidesFirstPickWhereItCanBeStarted() {
        RecommendOutcome outcome = recommended(Inquiries.earlier("recommend guide prices"));
        assertThat(model(Objects.requireNonNull(outcome.pick()))).isEqualTo("gpt-4o-mini");
        assertThat(outcome.passedOver()).isEmpty();
    }

    @Test
    void recommendsTheCheapestThatStaysOpenOverTheHorizon() {
        RecommendOutcome outcome = recommended(Inquiries.today("recommend"));
        Quote pick = Objects.requireNonNull(outcome.pick());
        assertThat(model(pick)).isEqualTo("gpt-oss-20b");
        assertThat(pick.offer().provider().id().value()).isEqualTo("thinking-machines");
        // 1.5M tokens at 0.396, and 6 x 3,000 x (500 x 0.18 + 200 x 0.45) / 1M
        assertThat(Objects.requireNonNull(pick.total()).amount()).isEqualTo(Band.of("3.834"));
        assertThat(outcome.alternatives())
                .allSatisfy(other ->
                        assertThat(Quote.CHEAPEST_FIRST.compare(pick, other)).isNotPositive())
                .allMatch(other ->
                        outcome.inquiry().engine().offers().staysOpen(other.offer(), TestPrices.TODAY.plusDays(180)));
    }

    @Test
    void ranksEveryModelOfASizeByWhatItCostsToTrainAndRun() {
        RecommendOutcome outcome = recommended(Inquiries.today("recommend size 8b"));
        Quote pick = Objects.requireNonNull(outcome.pick());
        assertThat(model(pick)).isEqualTo("qwen3-8b");
        // 1.5M tokens at 0.44, and 6 x 3,000 x (500 x 0.195 + 200 x 0.60) / 1M
        assertThat(Objects.requireNonNull(pick.total()).amount()).isEqualTo(Band.of("4.575"));
        assertThat(outcome.alternatives())
                .extracting(quote -> model(quote))
                .containsExactly("qwen3.5-9b", "llama-3.1-8b");
        assertThat(outcome.passedOver()).isEmpty();
    }

    @Test
    void theLargestIsOneThatTheBudgetTrainsAndRuns() {
        String job = "recommend largest model 2000 requests/day 700 input tokens 100 output tokens 6 months $";
        RecommendOutcome fitting = recommended(Inquiries.today(job + "500"));
        assertThat(model(Objects.requireNonNull(fitting.pick()))).isEqualTo("nemotron-3-super-120b");
        assertThat(fitting.reason()).isEqualTo(PickReason.LARGEST);
        RecommendOutcome none = recommended(Inquiries.today(job + "1"));
        assertThat(model(Objects.requireNonNull(none.pick()))).isEqualTo("gpt-oss-20b");
        assertThat(none.reason()).isEqualTo(PickReason.CHEAPEST);
    }

    @Test
    void skipsAClosedPickAndGivesTheReason() {
        RecommendOutcome outcome = recommended(Inquiries.today("recommend guide prices"));
        Quote pick = Objects.requireNonNull(outcome.pick());
        assertThat(model(pick)).isEqualTo("llama-3.1-8b");
        assertThat(pick.offer().method()).isEqualTo(Method.LORA);
        assertThat(outcome.passedOver()).singleElement().satisfies(one -> {
            assertThat(one.offer().model().id().value()).isEqualTo("gpt-4o-mini");
            assertThat(one.reason().kind()).isEqualTo(LifecycleEvent.Kind.CLOSED_TO_NEW_CUSTOMERS);
            assertThat(one.reason().date()).isEqualTo(LocalDate.of(2026, 5, 7));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"recommend", "recommend full", "recommend on fireworks", "recommend for $5", "recommend for dpo"
            })
    void namesNothingThatANewCustomerCannotStart(String question) {
        Inquiry inquiry = Inquiries.today(question);
        RecommendOutcome outcome = recommended(inquiry);
        assertThat(outcome.pick()).isNotNull();
        assertThat(all(outcome))
                .allMatch(quote -> inquiry.engine().offers().canStart(quote.offer(), quote.objective()));
    }

    @Test
    void offersTheFourCheapestOthersOneAModel() {
        RecommendOutcome outcome = recommended(Inquiries.today("recommend"));
        assertThat(outcome.alternatives())
                .hasSize(4)
                .isSortedAccordingTo(Quote.CHEAPEST_FIRST)
                .doesNotContain(Objects.requireNonNull(outcome.pick()));
        assertThat(outcome.alternatives().stream().map(RecommendAnswerTest::model))
                .doesNotHaveDuplicates();
    }

    @Test
    void aBudgetExcludesTrainingsThatMayExceedIt() {
        // By the guide 1,000 examples on GPT-4o mini cost $4.50 and on GPT-4o $37.50.
        RecommendOutcome outcome = recommended(Inquiries.earlier("recommend for $4.49 guide prices"));
        assertThat(all(outcome))
                .isNotEmpty()
                .allMatch(quote -> quote.training().high().usd().doubleValue() <= 4.49);
        assertThat(model(Objects.requireNonNull(outcome.pick()))).isNotEqualTo("gpt-4o-mini");
        assertThat(model(Objects.requireNonNull(recommended(Inquiries.earlier("recommend for $4.50 guide prices"))
                        .pick())))
                .isEqualTo("gpt-4o-mini");
    }

    @Test
    void recommendsNothingWhereNothingFits() {
        RecommendOutcome outcome = recommended(Inquiries.today("recommend for $0.01"));
        assertThat(outcome.pick()).isNull();
        assertThat(outcome.alternatives()).isEmpty();
    }

    @Test
    void keepsToTheProviderAsked() {
        assertThat(all(recommended(Inquiries.today("recommend on fireworks"))))
                .isNotEmpty()
                .allMatch(quote -> quote.offer().provider().id().value().equals("fireworks"));
    }

    @Test
    void keepsToTheMethodAsked() {
        assertThat(all(recommended(Inquiries.today("recommend full"))))
                .isNotEmpty()
                .allMatch(quote -> quote.offer().method() == Method.FULL);
    }

    @Test
    void offersNextQuestionsAboutThePick() {
        RecommendOutcome outcome = recommended(Inquiries.today("recommend 1k examples"));
        assertThat(outcome.followUps())
                .extracting(NextQuestion::kind)
                .containsExactly(
                        NextQuestion.Kind.DETAILS,
                        NextQuestion.Kind.TIPPING_POINTS,
                        NextQuestion.Kind.WORTH_IT,
                        NextQuestion.Kind.BREAK_EVEN,
                        NextQuestion.Kind.COMPARE_ALL);
        assertThat(outcome.followUps().get(3).command()).isEqualTo("break even gpt-oss-20b 1000 examples");
    }

    private RecommendOutcome recommended(Inquiry inquiry) {
        assertThat(answer.answer(inquiry)).isInstanceOf(RecommendOutcome.class);
        return (RecommendOutcome) answer.answer(inquiry);
    }

    private static List<Quote> all(RecommendOutcome outcome) {
        return Stream.concat(Stream.ofNullable(outcome.pick()), outcome.alternatives().stream())
                .toList();
    }

    private static String model(Quote quote) {
        return quote.offer().model().id().value();
    }
}
