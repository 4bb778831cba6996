package io.tunetally.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Offer;
import io.tunetally.engine.TestPrices;
import io.tunetally.engine.TrainingJob;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import org.junit.jupiter.api.Test;

/** Budgets, on cases that can be computed by hand. */
final class BudgetFitTest {
    private final CostEngine engine = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");
    private final CostAnalysis costAnalysis = new CostAnalysis(engine);

    @Test
    void fiftyDollarsBuy1333ExamplesOfGpt4o() {
        Offer offer = TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL);
        BudgetFit fit = fit(offer, "50", BudgetFit.Unknown.EXAMPLES);
        assertThat(fit.fits()).isEqualTo(Range.exactly(1333));
        assertThat(fit.quote().training()).isEqualTo(Band.of("49.9875"));
        assertThat(fit.minimum()).isNull();
    }

    @Test
    void fiftyDollarsBuy4EpochsOfGpt4o() {
        Offer offer = TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL);
        assertThat(fit(offer, "50", BudgetFit.Unknown.EPOCHS).fits()).isEqualTo(Range.exactly(4));
        assertThat(fit(offer, "49.99", BudgetFit.Unknown.EPOCHS).fits()).isEqualTo(Range.exactly(3));
    }

    @Test
    void aBandOfPricesBuysABandOfExamples() {
        // The guide's LoRA costs 60 to 70 % less than its 0.48.
        CostEngine guide = TestPrices.guide();
        Offer offer = TestPrices.offer(guide, "llama-3.1-8b", "together", Method.LORA);
        BudgetFit fit = new CostAnalysis(guide)
                .fit(offer, TrainingJob.of(1, 500, 3), Money.of("1"), BudgetFit.Unknown.EXAMPLES)
                .orElseThrow();
        // 1 / (1,500 x 0.192 / 1M) = 3472.2 and 1 / (1,500 x 0.144 / 1M) = 4629.6
        assertThat(fit.fits()).isEqualTo(new Range(3472, 4629));
    }

    @Test
    void aBudgetBelowAReportedMinimumMayBuyNothing() {
        Offer offer = TestPrices.offer(engine, "llama-3.1-8b", "together", Method.LORA);
        BudgetFit fit = costAnalysis
                .fit(offer, TrainingJob.of(1, 500, 3), Money.of("2"), BudgetFit.Unknown.EXAMPLES)
                .orElseThrow();
        // 2 / (1,500 x 0.48 / 1M) = 2777.8, and nothing below a minimum of 4
        assertThat(fit.fits()).isEqualTo(new Range(0, 2777));
        assertThat(fit.minimum()).isEqualTo(Band.of("0", "4"));
    }

    @Test
    void noBudgetBuysMoreThanABillionExamplesOr100Epochs() {
        Offer offer = TestPrices.offer(engine, "llama-3.1-8b", "together", Method.FULL);
        assertThat(fit(offer, "1000000000", BudgetFit.Unknown.EPOCHS).fits()).isEqualTo(Range.exactly(100));
        TrainingJob tiny = TrainingJob.of(1, 1, 1);
        assertThat(costAnalysis
                        .fit(offer, tiny, Money.of("1000000"), BudgetFit.Unknown.EXAMPLES)
                        .orElseThrow()
                        .fits())
                .isEqualTo(Range.exactly(1_000_000_000));
    }

    @Test
    void aFreeJobIsCappedToo() {
        assertThat(BudgetFit.solve(Band.ZERO, Band.ZERO, Band.ZERO, Money.ZERO, BudgetFit.Unknown.EPOCHS))
                .isEqualTo(Range.exactly(100));
        assertThat(BudgetFit.solve(Band.of("2"), Band.of("2"), Band.ZERO, Money.of("1"), BudgetFit.Unknown.EXAMPLES))
                .isEqualTo(Range.exactly(0));
    }

    @Test
    void examplesCannotBeBoughtWhereTheirLengthIsNotKnown() {
        Offer offer = TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL);
        TrainingJob whole = new TrainingJob(
                Objective.SFT,
                new TrainingJob.Data.Dataset(Range.exactly(1_000_000)),
                Range.exactly(3),
                Range.exactly(1),
                null,
                null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> costAnalysis.fit(offer, whole, Money.of("50"), BudgetFit.Unknown.EXAMPLES));
        assertThat(costAnalysis
                        .fit(offer, whole, Money.of("50"), BudgetFit.Unknown.EPOCHS)
                        .orElseThrow()
                        .fits())
                .isEqualTo(Range.exactly(2));
    }

    @Test
    void anOfferByTheHourHasNoBudgetAnswer() {
        Offer offer = TestPrices.offer(engine, "o4-mini", "azure", Method.FULL, Deployment.GLOBAL);
        TrainingJob rft = new TrainingJob(
                Objective.RFT,
                new TrainingJob.Data.Dataset(Range.exactly(1)),
                Range.exactly(1),
                Range.exactly(1),
                null,
                null);
        assertThat(costAnalysis.fit(offer, rft, Money.of("50"), BudgetFit.Unknown.EPOCHS))
                .isEmpty();
    }

    private BudgetFit fit(Offer offer, String usd, BudgetFit.Unknown unknown) {
        return costAnalysis
                .fit(offer, TrainingJob.of(1000, 500, 3), Money.of(usd), unknown)
                .orElseThrow();
    }
}
