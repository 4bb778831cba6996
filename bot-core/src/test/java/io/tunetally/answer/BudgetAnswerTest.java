package io.tunetally.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.BudgetOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.request.SlotName;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BudgetAnswerTest {
    private final BudgetAnswer answer = new BudgetAnswer(new EstimateAnswer());

    @Test
    void buysTheMostExamplesFirstOneOfferAModel() {
        BudgetOutcome outcome = bought(Inquiries.byGuide("what can I train for $50"));
        assertThat(outcome.budget()).isEqualTo(Money.of("50"));
        // 500 tokens x 3 epochs: $50 / (1,500 x price per 1M), rounded down.
        assertThat(outcome.fits())
                .extracting(fit -> fit.quote().offer().model().id().value() + " "
                        + fit.fits().high())
                .containsExactly(
                        "llama-3.1-8b 69444",
                        "mistral-7b 69444",
                        "gemini-2.0-flash 16666",
                        "gpt-4o-mini 11111",
                        "gpt-4.1-mini 8333",
                        "llama-3.3-70b 6666",
                        "gpt-4o 1333");
    }

    @Test
    void aNamedModelIsBoughtInEveryWayBothEndsOfABandAmongThem() {
        BudgetOutcome outcome = bought(Inquiries.byGuide("how many examples of llama 8b for $50"));
        // LoRA costs $0.000216 to $0.000288 an example.
        assertThat(outcome.fits())
                .extracting(BudgetFit::fits)
                .containsExactly(new Range(173_611, 231_481), Range.exactly(69_444));
    }

    @Test
    void runningIsPaidBeforeExamplesAreBought() {
        BudgetOutcome outcome = bought(Inquiries.byGuide("budget $10 for llama 8b full, 100 requests/day, 6 months"));
        // $0.378 a month for 6 months leaves $7.732 for examples of 1,500 tokens at $0.48 a million.
        assertThat(outcome.fits()).singleElement().satisfies(fit -> {
            assertThat(fit.running()).hasToString("$2.268");
            assertThat(fit.fits()).isEqualTo(Range.exactly(10_738));
        });
        BudgetOutcome tooLittle = bought(Inquiries.byGuide("budget $2 for llama 8b full, 100 requests/day, 6 months"));
        assertThat(tooLittle.fits()).extracting(BudgetFit::fits).containsExactly(Range.exactly(0));
    }

    @Test
    void aModelIsBoughtWhereTheBudgetBuysTheMost() {
        BudgetOutcome outcome = bought(Inquiries.today("what can I train for $50"));
        assertThat(outcome.fits())
                .filteredOn(fit -> fit.quote().offer().model().id().value().equals("gpt-oss-20b"))
                .singleElement()
                .satisfies(fit ->
                        assertThat(fit.quote().offer().provider().id().value()).isEqualTo("thinking-machines"));
    }

    @Test
    void solvesForEpochsWhereTheExamplesAreSaid() {
        BudgetOutcome outcome = bought(Inquiries.byGuide("how many epochs of llama 8b with 100k examples for $100"));
        // 50M tokens an epoch: $24 in full, $7.20 to $9.60 by LoRA.
        assertThat(outcome.fits()).extracting(BudgetFit::unknown).containsOnly(BudgetFit.Unknown.EPOCHS);
        assertThat(outcome.fits()).extracting(BudgetFit::fits).containsExactly(new Range(10, 13), Range.exactly(4));
    }

    @ParameterizedTest
    @CsvSource({
        "what can I train gpt-4o on for $50, EXAMPLES",
        "budget $50 gpt-4o 2 epochs, EXAMPLES",
        "budget $50 gpt-4o 1k examples, EPOCHS",
        "budget $50 gpt-4o 1k examples 2 epochs, EXAMPLES",
        "budget $50 gpt-4o 1M tokens in total, EPOCHS"
    })
    void solvesForEpochsOnlyWhereTheDataIsFixedAndTheyAreNot(String question, BudgetFit.Unknown unknown) {
        assertThat(bought(Inquiries.byGuide(question)).fits())
                .extracting(BudgetFit::unknown)
                .containsOnly(unknown);
    }

    @Test
    void whatIsSolvedForIsNoAssumption() {
        assertThat(bought(Inquiries.byGuide("what can I train for $50"))
                        .inquiry()
                        .assumed())
                .contains(SlotName.EPOCHS)
                .doesNotContain(SlotName.EXAMPLES);
        assertThat(bought(Inquiries.byGuide("budget $50 gpt-4o 1k examples"))
                        .inquiry()
                        .assumed())
                .contains(SlotName.TOKENS_PER_EXAMPLE)
                .doesNotContain(SlotName.EPOCHS);
    }

    @Test
    void aBudgetBelowOneExampleBuysNone() {
        // One example of GPT-4o costs $0.0375.
        assertThat(bought(Inquiries.byGuide("budget $0.03 gpt-4o")).fits())
                .extracting(BudgetFit::fits)
                .containsExactly(Range.exactly(0));
        assertThat(bought(Inquiries.byGuide("budget $0.04 gpt-4o")).fits())
                .extracting(BudgetFit::fits)
                .containsExactly(Range.exactly(1));
    }

    @Test
    void aNamedModelWithoutAPriceIsLeftOutWithTheReason() {
        BudgetOutcome outcome = bought(Inquiries.byGuide("budget $100 gpt-4o vs nova pro"));
        assertThat(outcome.fits()).hasSize(1);
        assertThat(outcome.leftOut()).singleElement().isInstanceOf(Outcome.Reason.NotTuned.class);
    }

    @Test
    void billedTokensAreAllOfTheJobSoThatItIsPriced() {
        assertThat(answer.answer(Inquiries.byGuide("budget $50 gpt-4o 2M billed tokens")))
                .isInstanceOfSatisfying(
                        EstimateOutcome.class,
                        outcome -> assertThat(
                                        outcome.quotes().getFirst().training().low())
                                .isEqualTo(Money.of("50")));
    }

    @Test
    void byTheHourTheJobIsPricedInstead() {
        assertThat(answer.answer(Inquiries.today("budget $500 o4-mini rft 4 training hours")))
                .isInstanceOfSatisfying(
                        EstimateOutcome.class,
                        outcome -> assertThat(
                                        outcome.quotes().getFirst().training().low())
                                .isEqualTo(Money.of("400")));
    }

    private BudgetOutcome bought(Inquiry inquiry) {
        assertThat(answer.answer(inquiry)).isInstanceOf(BudgetOutcome.class);
        return (BudgetOutcome) answer.answer(inquiry);
    }
}
