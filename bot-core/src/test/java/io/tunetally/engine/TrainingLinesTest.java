package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.units.Band;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The items of a training besides its tokens. */
final class TrainingLinesTest {
    private final CostEngine engine = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");

    @Test
    void oriBillsValidationTokensOnTop() {
        Offer ori = TestPrices.offer(engine, "llama-3.1-8b", "ori", Method.LORA);
        Quote quote = quote(ori, job(dataset(5_000_000), 3, 1, validation(1_000_000, 1)));
        // (5M x 3 + 1M) x 0.46
        assertThat(quote.training()).isEqualTo(Band.of("7.36"));
        assertThat(quote.lines())
                .extracting(LineItem::kind)
                .containsExactly(LineItem.Kind.TRAINING_TOKENS, LineItem.Kind.VALIDATION_TOKENS);
    }

    @Test
    void validationThatMayBeBilledIsABand() {
        Offer fireworks = TestPrices.offer(engine, "llama-3.1-8b", "fireworks", Method.LORA);
        Quote quote = quote(fireworks, job(dataset(1_000_000), 1, 1, validation(500_000, 2)));
        assertThat(quote.training()).isEqualTo(Band.of("0.50", "1.00"));
    }

    @Test
    void runsMultiplyTheJob() {
        Offer gpt = TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL);
        assertThat(quote(gpt, job(dataset(500_000), 3, 4, null)).training()).isEqualTo(Band.of("150"));
    }

    @Test
    void billedTokensAreNotMultipliedByEpochs() {
        Offer gpt = TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL);
        TrainingJob job = job(new TrainingJob.Data.Billed(Range.exactly(1_500_000)), 3, 1, null);
        assertThat(quote(gpt, job).training()).isEqualTo(Band.of("37.50"));
    }

    @Test
    void withoutPackingEveryExampleFillsTheSequence() {
        Offer gpt = TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL);
        TrainingJob.Data padded = new TrainingJob.Data.Examples(Range.exactly(1000), Range.exactly(500), 2000L, false);
        Quote quote = quote(gpt, job(padded, 3, 1, null));
        assertThat(quote.billedTokens().low()).isEqualByComparingTo("6000000");
        assertThat(quote.lines().getFirst().counted().factors())
                .extracting(Factor::name)
                .containsExactly(Factor.Name.EXAMPLES, Factor.Name.SEQUENCE_LENGTH, Factor.Name.EPOCHS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingJob.Data.Examples(Range.exactly(1000), Range.exactly(500), null, false))
                .withMessage("packing off needs a sequence length");
    }

    @Test
    void mistralsMinimumLiftsASmallJobAndSparesALargeOne() {
        Offer mistral = TestPrices.offer(engine, "ministral-8b-classifier", "mistral", Method.FULL);
        Quote small = quote(mistral, job(dataset(1_000_000), 1, 1, null));
        assertThat(small.training()).isEqualTo(Band.of("4"));
        assertThat(small.lines().getLast().kind()).isEqualTo(LineItem.Kind.MINIMUM_TOP_UP);
        assertThat(small.warnings()).hasAtLeastOneElementOfType(Warning.Minimum.class);
        Quote twice = quote(mistral, job(dataset(1_000_000), 1, 2, null));
        assertThat(twice.training()).as("each run is a job").isEqualTo(Band.of("8"));
        Quote large = quote(mistral, job(dataset(5_000_000), 1, 1, null));
        assertThat(large.training()).isEqualTo(Band.of("5"));
        assertThat(large.lines()).hasSize(1);
        assertThat(large.warnings()).noneMatch(Warning.Minimum.class::isInstance);
    }

    @Test
    void aRangeThatCrossesTheMinimumIsOneLine() {
        Offer mistral = TestPrices.offer(engine, "ministral-8b-classifier", "mistral", Method.FULL);
        TrainingJob.Data some = new TrainingJob.Data.Dataset(new Range(1_000_000, 6_000_000));
        Quote quote = quote(mistral, job(some, 1, 1, null));
        assertThat(quote.training()).isEqualTo(Band.of("4", "6"));
        assertThat(quote.lines()).extracting(LineItem::kind).containsExactly(LineItem.Kind.MINIMUM_INSTEAD);
    }

    @Test
    void graderTokensCostFromTheInputToTheOutputPrice() {
        Offer azure = TestPrices.offer(engine, "o4-mini", "azure", Method.FULL, Deployment.GLOBAL);
        TrainingJob job = new TrainingJob(
                Objective.RFT,
                dataset(1),
                Range.exactly(1),
                Range.exactly(2),
                null,
                new TrainingJob.Reinforcement(new BigDecimal("4"), 1_000_000L));
        // two runs of 4 h x 100 and 1M tokens at 1.10 to 4.40
        assertThat(quote(azure, job).training()).isEqualTo(Band.of("802.20", "808.80"));
    }

    @Test
    void azuresWorkedExampleWithAGraderLiesInTheBand() {
        Offer azure = TestPrices.offer(engine, "o4-mini", "azure", Method.FULL, Deployment.GLOBAL);
        TrainingJob job = new TrainingJob(
                Objective.RFT,
                dataset(1),
                Range.exactly(1),
                Range.exactly(1),
                null,
                new TrainingJob.Reinforcement(new BigDecimal("4.00"), 9_900_000L));
        // Azure: 4.00 x 100 + 5M input x 1.10 + 4.9M output x 4.40 = 427.06; the split of the 9.9M is unknown
        Band band = quote(azure, job).training();
        assertThat(new BigDecimal("427.06"))
                .isBetween(band.low().usd(), band.high().usd());
    }

    @Test
    void refusesHoursAndValidationOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingJob.Reinforcement(BigDecimal.ZERO, null))
                .withMessageContaining("above 0, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation(0, 1))
                .withMessage("validation tokens must be at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> validation(1, 0))
                .withMessage("evaluations must be at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dataset(0))
                .withMessage("tokens must be at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrainingJob.Data.Billed(Range.exactly(0)))
                .withMessage("billed tokens must be at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> job(dataset(1), 1, 0, null))
                .withMessage("runs must be at least 1, found 0");
    }

    private Quote quote(Offer offer, TrainingJob job) {
        return TestPrices.quote(engine.price(offer, Plan.training(job)));
    }

    private static TrainingJob.Data dataset(long tokens) {
        return new TrainingJob.Data.Dataset(Range.exactly(tokens));
    }

    private static TrainingJob.Validation validation(long tokens, long evaluations) {
        return new TrainingJob.Validation(Range.exactly(tokens), Range.exactly(evaluations));
    }

    private static TrainingJob job(
            TrainingJob.Data data, long epochs, long runs, TrainingJob.@Nullable Validation validation) {
        return new TrainingJob(Objective.SFT, data, Range.exactly(epochs), Range.exactly(runs), validation, null);
    }
}
