package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.units.Band;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The published and the guide's prices together, in the default order. */
final class PublishedTest {
    private static final Plan REFERENCE = Plan.training(TrainingJob.of(1000, 500, 3));
    private static final LocalDate BEFORE_THE_SHUTDOWN = LocalDate.of(2025, 6, 1);

    private final CostEngine engine = engine(TestPrices.TODAY);

    @Test
    void thePublishedPriceComesFirstAndTheGuidesIsNamedWhereItDisagrees() {
        // 1.5M tokens at 5.00; the guide has 4.00
        Quote quote = openai(engine, "gpt-4.1-mini", REFERENCE);
        assertThat(quote.training()).isEqualTo(Band.of("7.50"));
        assertThat(quote.edition()).isEqualTo("published");
        assertThat(disagreements(quote)).containsExactly(Band.of("6.00"));
    }

    @Test
    void anEditionThatAgreesIsNotNamed() {
        assertThat(disagreements(openai(engine, "gpt-4o", REFERENCE))).isEmpty();
    }

    @Test
    void theGuideCanBeLookedAtFirst() {
        Quote quote = openai(guideFirst(), "gpt-4.1-mini", REFERENCE);
        assertThat(quote.training()).isEqualTo(Band.of("6.00"));
        assertThat(quote.edition()).isEqualTo("guide");
        assertThat(disagreements(quote)).containsExactly(Band.of("7.50"));
    }

    @Test
    void aListedTunedPriceInAnyEditionBeatsARuleOnTheBaseModel() {
        Quote quote = openai(guideFirst(), "gpt-4o-mini", withTraffic(TestPrices.TODAY));
        assertThat(quote.edition()).isEqualTo("guide");
        // 3,000 requests x (500 x 0.30 + 200 x 1.20) / 1M
        assertThat(quote.sum(Part.INFERENCE)).isEqualTo(Band.of("1.17"));
    }

    @Test
    void withoutATunedPriceTheMultiplierGivesABand() {
        Quote quote = TestPrices.firstQuote(TestPrices.multiplied(), "token-70b", withTraffic(TestPrices.TODAY));
        // 3,000 x 700 x 1.04 / 1M = 2.184, times 1.5 to 2
        assertThat(quote.sum(Part.INFERENCE)).isEqualTo(Band.of("3.276", "4.368"));
    }

    @Test
    void anyOpenModelOfAKnownSizeIsPricedByItsTier() {
        Model qwen = new Model(new ModelId("qwen-32b"), "Qwen 32B", BigDecimal.valueOf(32), true, List.of());
        Offer offer = new Offer(qwen, provider("fireworks"), Method.LORA, null);
        TrainingJob job = new TrainingJob(
                Objective.SFT,
                new TrainingJob.Data.Dataset(Range.exactly(3_000_000)),
                Range.exactly(3),
                Range.exactly(1),
                null,
                null);
        Quote quote = TestPrices.quote(engine.price(offer, Plan.training(job)));
        assertThat(quote.training()).isEqualTo(Band.of("27"));
        assertThat(quote.warnings()).hasAtLeastOneElementOfType(Warning.ByTier.class);
    }

    @Test
    void aReportedMinimumIsABandUpToIt() {
        Offer offer = TestPrices.offer(engine, "llama-3.1-8b", "together", Method.LORA);
        Quote quote = TestPrices.quote(engine.price(offer, REFERENCE));
        assertThat(quote.training()).isEqualTo(Band.of("0.72", "4.00"));
        assertThat(quote.warnings()).hasAtLeastOneElementOfType(Warning.Minimum.class);
    }

    @Test
    void aShutdownCutsTheHorizonByDays() {
        Quote quote = TestPrices.firstQuote(engine, "gpt-4o", withTraffic(TestPrices.TODAY));
        Total total = Objects.requireNonNull(quote.total());
        assertThat(total.days()).isEqualTo(50);
        assertThat(total.amount()).isEqualTo(Band.of("61.875"));
        assertThat(Objects.requireNonNull(total.cutBy()).date()).isEqualTo("2027-01-14");
    }

    @Test
    void beforeTheShutdownTheHorizonIsWhole() {
        Quote quote = TestPrices.firstQuote(engine(BEFORE_THE_SHUTDOWN), "gpt-4o", withTraffic(BEFORE_THE_SHUTDOWN));
        assertThat(Objects.requireNonNull(quote.total()).amount()).isEqualTo(Band.of("125.25"));
    }

    @Test
    void azureHostingIsAnHourlyFeeOnTop() {
        Offer offer = TestPrices.offer(engine, "gpt-4o-mini", "azure", Method.FULL, Deployment.GLOBAL);
        Quote quote = TestPrices.quote(engine.price(offer, withTraffic(TestPrices.TODAY)));
        assertThat(quote.sum(Part.HOSTING)).isEqualTo(Band.of("1224.00"));
        assertThat(quote.sum(Part.INFERENCE)).isEqualTo(Band.of("0.585"));
    }

    @Test
    void aBedrockModelWithoutATokenPriceRunsOnProvisionedUnits() {
        Offer offer = TestPrices.offer(engine, "llama-2-13b", "bedrock", Method.FULL);
        Quote quote = TestPrices.quote(engine.price(offer, withTraffic(TestPrices.TODAY)));
        assertThat(quote.sum(Part.HOSTING)).isEqualTo(Band.of("16920.00"));
        assertThat(quote.sum(Part.STORAGE)).isEqualTo(Band.of("1.95"));
        assertThat(quote.unpriced()).isEmpty();
    }

    @Test
    void aFireworksAdapterRunsOnADedicatedGpu() {
        Offer offer = TestPrices.offer(engine, "mistral-7b", "fireworks", Method.LORA);
        Quote quote = TestPrices.quote(engine.price(offer, withTraffic(TestPrices.TODAY)));
        assertThat(quote.sum(Part.HOSTING)).isEqualTo(Band.of("5760.00"));
    }

    @Test
    void reinforcementFineTuningIsBilledByTheHour() {
        Offer offer = TestPrices.offer(engine, "o4-mini", "azure", Method.FULL, Deployment.GLOBAL);
        Quote quote = TestPrices.quote(engine.price(offer, Plan.training(rft(new BigDecimal("4.00")))));
        assertThat(quote.training()).isEqualTo(Band.of("400.00"));
        assertThat(engine.price(offer, Plan.training(rft(null)))).isInstanceOf(Unpriceable.HoursNeeded.class);
    }

    @Test
    void azurePausesALongReinforcementJob() {
        Offer offer = TestPrices.offer(engine, "o4-mini", "azure", Method.FULL, Deployment.GLOBAL);
        Quote quote = TestPrices.quote(engine.price(offer, Plan.training(rft(new BigDecimal("60")))));
        assertThat(quote.training()).isEqualTo(Band.of("6000.00"));
        assertThat(quote.warnings()).hasAtLeastOneElementOfType(Warning.Pauses.class);
    }

    @Test
    void aNewCustomerCannotStartAClosedModel() {
        assertThat(engine.offers().canStart(TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL), Objective.SFT))
                .isFalse();
        assertThat(engine.offers()
                        .canStart(TestPrices.offer(engine, "gemini-2.0-flash", "google", Method.FULL), Objective.SFT))
                .isFalse();
        assertThat(engine.offers()
                        .canStart(TestPrices.offer(engine, "llama-3.1-8b", "together", Method.LORA), Objective.SFT))
                .isTrue();
        CostEngine before = engine(BEFORE_THE_SHUTDOWN);
        assertThat(before.offers().canStart(TestPrices.offer(before, "gpt-4o", "openai", Method.FULL), Objective.SFT))
                .isTrue();
    }

    @Test
    void previousPricesHoldUntilTheyWereReplaced() {
        LocalDate replaced = LocalDate.of(2026, 7, 17);
        Quote before = tinker(engine(replaced.minusDays(1)));
        Quote after = tinker(engine(replaced));
        // 1.5M tokens at 0.40, then 0.44
        assertThat(before.training()).isEqualTo(Band.of("0.60"));
        assertThat(after.training()).isEqualTo(Band.of("0.66"));
        // 3,000 requests x (500 x 0.13 + 200 x 0.40) / 1M, then (500 x 0.195 + 200 x 0.60)
        assertThat(before.sum(Part.INFERENCE)).isEqualTo(Band.of("0.435"));
        assertThat(after.sum(Part.INFERENCE)).isEqualTo(Band.of("0.6525"));
    }

    private static Quote tinker(CostEngine engine) {
        Offer offer = TestPrices.offer(engine, "qwen3-8b", "thinking-machines", Method.LORA);
        return TestPrices.quote(engine.price(offer, withTraffic(engine.prices().asOf())));
    }

    @Test
    void selfHostingIsABandOfGpuHours() {
        Offer offer = new Offer(TestPrices.model(engine, "llama-3.3-70b"), provider("selfhost"), Method.LORA, null);
        Quote quote = TestPrices.quote(engine.price(offer, Plan.training(TrainingJob.of(10_000, 500, 3))));
        // 4 x 70e9 x 15e6 FLOPs on 989 TFLOPS: 2.62 to 11.8 hours, three GPUs set up for a quarter of an hour each.
        LineItem hours = quote.lines().getFirst();
        assertThat(hours.counted().quantity().low()).isBetween(new BigDecimal("2.62"), new BigDecimal("2.63"));
        assertThat(hours.counted().quantity().high()).isBetween(new BigDecimal("11.79"), new BigDecimal("11.80"));
        assertThat(quote.lines().getLast().counted().quantity().low()).isEqualByComparingTo("0.75");
        assertThat(quote.training().low().usd())
                .isLessThan(quote.training().high().usd());
    }

    private static Quote openai(CostEngine engine, String model, Plan plan) {
        return TestPrices.quote(engine.price(TestPrices.offer(engine, model, "openai", Method.FULL), plan));
    }

    private CostEngine guideFirst() {
        return new CostEngine(new Prices(engine.prices().catalog().preferring("guide"), TestPrices.TODAY));
    }

    private static TrainingJob rft(@org.jspecify.annotations.Nullable BigDecimal hours) {
        return new TrainingJob(
                Objective.RFT,
                new TrainingJob.Data.Examples(Range.exactly(1000), Range.exactly(500), null, true),
                Range.exactly(3),
                Range.exactly(1),
                null,
                hours == null ? null : new TrainingJob.Reinforcement(hours, null));
    }

    private static List<Band> disagreements(Quote quote) {
        return quote.warnings().stream()
                .filter(Warning.Disagreement.class::isInstance)
                .map(warning -> ((Warning.Disagreement) warning).theirs())
                .toList();
    }

    private Provider provider(String id) {
        return engine.prices().catalog().provider(new ProviderId(id)).orElseThrow();
    }

    private static Plan withTraffic(LocalDate start) {
        return Plan.over(TrainingJob.of(1000, 500, 3), Traffic.of(100, 500, 200), Horizon.ofMonths(start, 6, null));
    }

    private static CostEngine engine(LocalDate asOf) {
        return TestPrices.engine(asOf, "published/", "guide.yaml");
    }
}
