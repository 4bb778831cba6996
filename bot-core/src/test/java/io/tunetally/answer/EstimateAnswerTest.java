package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.engine.Warning;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EstimateAnswerTest {
    private final EstimateAnswer answer = new EstimateAnswer();

    @ParameterizedTest
    @CsvSource({
        "mistral 7b, 0.72",
        "gemini 2.0 flash, 3",
        "gpt-4o mini, 4.5",
        "gpt-4.1 mini, 6",
        "llama 70b, 7.5",
        "gpt-4o, 37.5"
    })
    void oneModelIsPricedByItself(String model, String usd) {
        EstimateOutcome outcome =
                estimated(Inquiries.byGuide("cost " + model + " 1k examples 500 tokens each 3 epochs"));
        assertThat(outcome.quotes().getFirst().training()).isEqualTo(Band.of(usd));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare gpt-4o, llama 8b and llama 70b | 5",
                "compare gpt-4o, gpt-4o mini, llama 8b and llama 70b | 4"
            })
    void upToThreeModelsAreComparedByEveryOffer(String question, int quotes) {
        assertThat(compared(Inquiries.byGuide(question)).quotes()).hasSize(quotes);
    }

    @Test
    void theOfferThatAnswersStaysFirstThoughAnotherIsCheaper() {
        EstimateOutcome outcome = estimated(Inquiries.byGuide("cost llama 8b"));
        assertThat(outcome.quotes())
                .extracting(quote -> quote.offer().method(), Quote::training)
                .containsExactly(tuple(Method.FULL, Band.of("0.72")), tuple(Method.LORA, Band.of("0.216", "0.288")));
    }

    @Test
    void theCheapestThatANewCustomerCanStartLeads() {
        EstimateOutcome outcome = estimated(Inquiries.today("cost qwen3 32b"));
        // 1.5M tokens at 3.00 on Fireworks; Together's 1.50, with its minimum of 4.00 at most, ended on 2026-07-29.
        assertThat(outcome.quotes().getFirst().offer().provider().id().value()).isEqualTo("fireworks");
        assertThat(outcome.quotes()).extracting(Quote::training).startsWith(Band.of("4.50"), Band.of("2.25", "4.00"));
    }

    @Test
    void aMethodThatIsNotOfferedIsPricedByTheOneThatIsAndSaid() {
        EstimateOutcome outcome = estimated(Inquiries.byGuide("cost gpt-4o lora"));
        assertThat(outcome.quotes()).singleElement().satisfies(quote -> {
            assertThat(quote.training()).isEqualTo(Band.of("37.5"));
            assertThat(quote.warnings())
                    .filteredOn(Warning.MethodNotOffered.class::isInstance)
                    .singleElement()
                    .isEqualTo(new Warning.MethodNotOffered(quote.offer().provider(), Method.LORA));
        });
    }

    @Test
    void askedAboutRunningItIsTheTotalOverTheMonths() {
        assertThat(answer.estimate(Inquiries.byGuide("tco gpt-4o 100 requests/day 6 months")))
                .isInstanceOfSatisfying(TcoOutcome.class, outcome -> {
                    Total total =
                            Objects.requireNonNull(outcome.quotes().getFirst().total());
                    // 37.50 + 6 x 3,000 x (500 x 3.75 + 200 x 15) / 1M
                    assertThat(total.amount()).isEqualTo(Band.of("125.25"));
                });
    }

    @Test
    void manyModelsAreComparedByOneOfferEachTheCheapestFirst() {
        CompareOutcome outcome = compared(Inquiries.byGuide("compare all"));
        assertThat(outcome.quotes())
                .extracting(Quote::training)
                .containsExactly(
                        Band.of("0.72"),
                        Band.of("0.72"),
                        Band.of("3"),
                        Band.of("4.5"),
                        Band.of("6"),
                        Band.of("7.5"),
                        Band.of("37.5"));
        assertThat(outcome.leftOut()).isEmpty();
    }

    @Test
    void fewModelsAreComparedByEveryOffer() {
        CompareOutcome outcome = compared(Inquiries.byGuide("compare gpt-4o and llama 8b"));
        assertThat(outcome.quotes())
                .extracting(Quote::training)
                .containsExactly(Band.of("0.216", "0.288"), Band.of("0.72"), Band.of("37.5"));
    }

    @Test
    void withoutAModelThoseThatAreClosedAreLeftOutWithTheirEnd() {
        CompareOutcome outcome = compared(Inquiries.today("what does fine-tuning cost"));
        assertThat(outcome.closed())
                .extracting(one -> one.offer().model().id().value())
                .contains("gemini-2.0-flash", "davinci-002");
        assertThat(outcome.quotes())
                .isNotEmpty()
                .allMatch(quote -> outcome.inquiry().engine().offers().canStart(quote.offer(), quote.objective()));
    }

    @Test
    void aModelWithoutAPriceAmongOthersIsLeftOutWithTheReason() {
        CompareOutcome outcome = compared(Inquiries.byGuide("cost gpt-4o vs nova pro"));
        assertThat(outcome.quotes()).hasSize(1);
        assertThat(outcome.leftOut())
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Reason.NotTuned.class,
                        none -> assertThat(List.of(none.model()))
                                .singleElement()
                                .satisfies(
                                        model -> assertThat(model.id().value()).isEqualTo("nova-pro")));
    }

    @Test
    void hoursReplaceTheDefaultsThatDoNotMatter() {
        EstimateOutcome outcome = estimated(Inquiries.today("cost o4-mini rft 4 training hours"));
        assertThat(outcome.quotes().getFirst().training()).isEqualTo(Band.of("400"));
        assertThat(outcome.inquiry().filled().names())
                .doesNotContain(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE, SlotName.EPOCHS);
        assertThat(kinds(outcome.followUps())).doesNotContain(NextQuestion.Kind.OTHER_EPOCHS);
    }

    @Test
    void offersNextQuestions() {
        assertThat(kinds(estimated(Inquiries.byGuide("cost gpt-4o")).followUps()))
                .containsExactly(
                        NextQuestion.Kind.DETAILS,
                        NextQuestion.Kind.OTHER_EPOCHS,
                        NextQuestion.Kind.COMPARE_ALL,
                        NextQuestion.Kind.SIX_MONTHS);
        assertThat(kinds(estimated(Inquiries.byGuide("cost llama 8b")).followUps()))
                .containsExactly(
                        NextQuestion.Kind.DETAILS,
                        NextQuestion.Kind.COMPARE_METHODS,
                        NextQuestion.Kind.OTHER_EPOCHS,
                        NextQuestion.Kind.COMPARE_ALL,
                        NextQuestion.Kind.SIX_MONTHS);
    }

    @Test
    void refusesAModelWithoutAPrice() {
        assertThat(refused(Inquiries.today("cost gpt-9 1k examples")))
                .isInstanceOfSatisfying(Outcome.Reason.NotTuned.class, none -> {
                    assertThat(none.model().id().value()).isEqualTo("gpt-9");
                    assertThat(none.startable()).extracting(Model::name).contains("GPT-4.1 mini", "gpt-oss 20B");
                });
        assertThat(refused(Inquiries.today("cost claude haiku 1k examples")))
                .isInstanceOfSatisfying(
                        Outcome.Reason.NotTuned.class,
                        none -> assertThat(none.startable()).isEmpty());
    }

    @Test
    void refusesAModelThatIsTrainedOtherwise() {
        assertThat(refused(Inquiries.today("cost o4-mini 1k examples")))
                .isInstanceOfSatisfying(Outcome.Reason.TrainedOtherwise.class, otherwise -> {
                    assertThat(otherwise.asked()).isEqualTo(Objective.SFT);
                    assertThat(otherwise.offered()).isEqualTo(Objective.RFT);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "cost o4-mini rft, Ended",
        "cost gpt-4o 10000000000000 tokens 100 epochs 5 runs, TooManyTokens",
        "self-host llama 8b lora 1k examples on v100, UnknownGpu"
    })
    void saysWhyThereIsNoPrice(String question, String reason) {
        assertThat(refused(Inquiries.today(question)).getClass().getSimpleName())
                .isEqualTo(reason);
    }

    private EstimateOutcome estimated(Inquiry inquiry) {
        assertThat(answer.estimate(inquiry)).isInstanceOf(EstimateOutcome.class);
        return (EstimateOutcome) answer.estimate(inquiry);
    }

    private CompareOutcome compared(Inquiry inquiry) {
        assertThat(answer.compare(inquiry)).isInstanceOf(CompareOutcome.class);
        return (CompareOutcome) answer.compare(inquiry);
    }

    private Outcome.Reason refused(Inquiry inquiry) {
        assertThat(answer.estimate(inquiry)).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) answer.estimate(inquiry)).reason();
    }

    private static List<NextQuestion.Kind> kinds(List<NextQuestion> nextQuestions) {
        return nextQuestions.stream().map(NextQuestion::kind).toList();
    }
}
