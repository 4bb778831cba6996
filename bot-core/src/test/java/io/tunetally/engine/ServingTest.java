package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.analysis.UnitCost;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Running a tuned model, and its total cost. */
final class ServingTest {
    private static final LocalDate EARLY = LocalDate.of(2026, 1, 1);

    private final CostEngine engine = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");
    private final Offer gpt4o = TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL);

    @Test
    void theTunedModelGetsTheTunedPrompt() {
        Quote quote = quote(gpt4o, traffic(1000, 100, "0", false), null);
        // 3,000 x (500 + 100) x 3.75 + 3,000 x 200 x 15.00
        assertThat(quote.sum(Part.INFERENCE)).isEqualTo(Band.of("15.75"));
        assertThat(kinds(quote)).contains(LineItem.Kind.PROMPT).doesNotContain(LineItem.Kind.CACHED_PROMPT);
    }

    @Test
    void theCachedShareOfThePromptHasItsOwnPrice() {
        Quote quote = quote(gpt4o, traffic(1000, 1000, "0.9", false), null);
        // input 5.625, output 9, prompt 3M tokens: 10 % at 3.75 and 90 % at 1.875
        assertThat(quote.sum(Part.INFERENCE)).isEqualTo(Band.of("20.8125"));
        Quote all = quote(gpt4o, traffic(1000, 1000, "1", false), null);
        assertThat(kinds(all)).contains(LineItem.Kind.CACHED_PROMPT).doesNotContain(LineItem.Kind.PROMPT);
    }

    @Test
    void batchRequestsCostTheListedBatchPrice() {
        Quote quote = quote(gpt4o, traffic(0, 0, "0", true), null);
        assertThat(quote.sum(Part.INFERENCE)).isEqualTo(Band.of("7.3125"));
    }

    @Test
    void batchWithoutAListedPriceIsTheRulesDiscountWhereThereIsOne() {
        Offer davinci = TestPrices.offer(engine, "davinci-002", "openai", Method.FULL);
        // 2.1M tokens x 12.00 / 2
        assertThat(quote(davinci, traffic(0, 0, "0", true), null).sum(Part.INFERENCE))
                .isEqualTo(Band.of("12.60"));
        Offer google = TestPrices.offer(engine, "gemini-2.5-flash", "google", Method.LORA);
        assertThat(quote(google, traffic(0, 0, "0", true), null).sum(Part.INFERENCE))
                .as("no discount is known")
                .isEqualTo(quote(google, traffic(0, 0, "0", false), null).sum(Part.INFERENCE));
    }

    @Test
    void unitsMultiplyTheHoursOfProvisionedThroughput() {
        Offer bedrock = TestPrices.offer(engine, "llama-2-70b", "bedrock", Method.FULL, Deployment.PROVISIONED);
        Plan plan = new Plan(TrainingJob.of(1000, 500, 3), Traffic.of(100, 500, 200), null, 2, Plan.GpuSetup.USUAL);
        Quote quote = TestPrices.quote(engine.price(bedrock, plan));
        // 720 h x 2 x 23.50
        assertThat(quote.sum(Part.HOSTING)).isEqualTo(Band.of("33840"));
    }

    @Test
    void aDedicatedDeploymentIsPaidByTheGpuHourEvenWhereTokensHaveAPrice() {
        CostEngine both = TestPrices.multiplied();
        Plan plan = new Plan(TrainingJob.of(1000, 500, 3), Traffic.of(100, 500, 200), null, 1, Plan.GpuSetup.USUAL);
        Quote perToken = TestPrices.firstQuote(both, "token-70b", plan);
        assertThat(perToken.sum(Part.HOSTING)).isEqualTo(Band.ZERO);
        Offer dedicated = TestPrices.offer(both, "token-70b", "acme", Method.FULL, Deployment.DEDICATED);
        Quote quote = TestPrices.quote(both.price(dedicated, plan));
        // 2 x 70 x 1.2 = 168 GB: three H100 x 720 h x 5.49
        assertThat(quote.sum(Part.HOSTING)).isEqualTo(Band.of("11858.40"));
        assertThat(quote.sum(Part.INFERENCE)).isEqualTo(Band.ZERO);
        assertThat(quote.unpriced()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // units, GPUs, a month: 720 h x 8.00 for each GPU of each replica; 8 billion parameters fit one
        "1, 1, 5760.00",
        "4, 1, 23040.00",
        "1, 3, 17280.00",
        "2, 3, 34560.00"
    })
    void everyReplicaIsPaidWithAllItsGpus(long units, long gpus, String month) {
        Offer fireworks = TestPrices.offer(engine, "llama-3.1-8b", "fireworks", Method.LORA);
        Plan plan = new Plan(
                TrainingJob.of(1000, 500, 3),
                Traffic.of(100, 500, 200),
                null,
                units,
                new Plan.GpuSetup(null, gpus, false, false, null));
        assertThat(TestPrices.quote(engine.price(fireworks, plan)).sum(Part.HOSTING))
                .isEqualTo(Band.of(month));
        assertThat(engine.standingMonth(fireworks, Objective.SFT, Plan.Endpoints.of(units), gpus))
                .isEqualTo(Band.of(month));
    }

    @ParameterizedTest
    @CsvSource({
        // 171 h x 8.00 for each GPU
        "fireworks, 1, 171, 171, 1368.00, 1368.00",
        "fireworks, 2, 360, 480, 5760.00, 7680.00",
        "fireworks, 1, 720, 720, 5760.00, 5760.00"
    })
    void anEndpointIsPaidForTheHoursInWhichItIsUp(
            String provider, long units, BigDecimal fewest, BigDecimal most, String low, String high) {
        Offer offer = TestPrices.offer(engine, "llama-3.1-8b", provider, Method.LORA);
        Plan.Endpoints endpoints = Plan.Endpoints.of(units, fewest, most);
        Plan plan = new Plan(
                TrainingJob.of(1000, 500, 3),
                Traffic.of(100, 500, 200),
                null,
                endpoints,
                Plan.GpuSetup.USUAL,
                Plan.Preparation.NONE);
        Band month = new Band(Money.of(low), Money.of(high));

        Quote quote = TestPrices.quote(engine.price(offer, plan));

        assertThat(quote.sum(Part.HOSTING)).isEqualTo(month);
        assertThat(engine.standingMonth(offer, Objective.SFT, endpoints, 1)).isEqualTo(month);
        assertThat(quote.hoursUp()).contains(new Factor(Factor.Name.HOURS_PER_MONTH, fewest, most));
        assertThat(UnitCost.endpointHour(quote).map(Band::low))
                .contains(Money.of("8.00").times(BigDecimal.valueOf(units)));
    }

    @Test
    void anEndpointIsUpForSomeTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.Endpoints.of(1, BigDecimal.ZERO, BigDecimal.TEN))
                .withMessageContaining("never up");
    }

    @Test
    void rentedGpusAreMultipliedByTheReplicasTheyRun() {
        Offer rented = TestPrices.offer(engine, "llama-3.1-8b", "runpod", Method.LORA);
        TrainingJob job = TrainingJob.of(1000, 500, 3);
        Traffic traffic = Traffic.of(100, 500, 200);
        Band one = TestPrices.quote(engine.price(rented, new Plan(job, traffic, null, 1, Plan.GpuSetup.USUAL)))
                .sum(Part.HOSTING);
        Band four = TestPrices.quote(engine.price(rented, new Plan(job, traffic, null, 4, Plan.GpuSetup.USUAL)))
                .sum(Part.HOSTING);
        assertThat(four).isEqualTo(one.times(BigDecimal.valueOf(4)));
    }

    @Test
    void withoutTrafficNothingIsServed() {
        Quote quote = TestPrices.quote(engine.price(gpt4o, Plan.training(TrainingJob.of(1000, 500, 3))));
        assertThat(quote.served()).isFalse();
        assertThat(quote.monthly()).isEqualTo(Band.ZERO);
        assertThat(quote.total()).isNull();
        assertThat(quote.ranking()).isEqualTo(quote.training());
    }

    @Test
    void aMonthWithoutRequestsCostsWhatAnEndpointDoesAndItsStorage() {
        // 720 h x 1.70
        assertThat(standing(TestPrices.offer(engine, "gpt-4.1-mini", "azure", Method.FULL, Deployment.GLOBAL)))
                .isEqualTo(Band.of("1224.00"));
        // 720 h x 23.50 and 1.95 of storage
        assertThat(standing(TestPrices.offer(engine, "llama-2-13b", "bedrock", Method.FULL)))
                .isEqualTo(Band.of("16921.95"));
        assertThat(standing(gpt4o)).as("billed by the request").isEqualTo(Band.ZERO);
        assertThat(standing(TestPrices.offer(engine, "llama-3.1-8b", "modal", Method.LORA)))
                .as("GPUs are not left on")
                .isEqualTo(Band.ZERO);
    }

    @Test
    void retrainingsAreWholeOnesWithinTheHorizon() {
        Horizon horizon = Horizon.ofMonths(EARLY, 3, 30L);
        Quote quote = quote(gpt4o, Traffic.of(100, 500, 200), horizon);
        Total total = Objects.requireNonNull(quote.total());
        assertThat(total.retrainings()).isEqualTo(3);
        // 37.50 x 4 + 3 x 14.625
        assertThat(total.amount()).isEqualTo(Band.of("193.875"));
        assertThat(total.cumulative()).containsExactly(Band.of("89.625"), Band.of("141.75"), Band.of("193.875"));
        assertThat(total.lines())
                .extracting(LineItem::kind)
                .containsExactly(
                        LineItem.Kind.TOTAL_TRAINING, LineItem.Kind.TOTAL_RETRAINING, LineItem.Kind.TOTAL_INFERENCE);
        assertThat(quote.ranking()).isEqualTo(total.amount());
    }

    @Test
    void retrainingsStopWithTheModel() {
        // until 2027-01-14 are 50 days: one retraining at day 30
        Quote quote = quote(gpt4o, Traffic.of(100, 500, 200), Horizon.ofMonths(TestPrices.TODAY, 6, 30L));
        assertThat(Objects.requireNonNull(quote.total()).retrainings()).isEqualTo(1);
        assertThat(Objects.requireNonNull(quote.total()).amount()).isEqualTo(Band.of("99.375"));
    }

    @Test
    void aHorizonThatEndsOnTheDayOfTheShutdownIsNotCut() {
        LocalDate thirtyDaysBefore = LocalDate.of(2027, 1, 14).minusDays(30);
        CostEngine then = TestPrices.engine(thirtyDaysBefore, "published/", "guide.yaml");
        Plan plan = Plan.over(
                TrainingJob.of(1000, 500, 3), Traffic.of(100, 500, 200), Horizon.ofMonths(thirtyDaysBefore, 1, null));
        Total total =
                Objects.requireNonNull(TestPrices.quote(then.price(gpt4o, plan)).total());
        assertThat(total.cutBy()).isNull();
        assertThat(total.days()).isEqualTo(30);
    }

    @Test
    void hostingAndStorageHaveLinesOfTheirOwn() {
        Offer bedrock = TestPrices.offer(engine, "llama-2-13b", "bedrock", Method.FULL);
        Total total = Objects.requireNonNull(
                quote(bedrock, Traffic.of(100, 500, 200), Horizon.ofMonths(TestPrices.TODAY, 2, null))
                        .total());
        assertThat(total.lines())
                .extracting(LineItem::kind)
                .containsExactly(
                        LineItem.Kind.TOTAL_TRAINING, LineItem.Kind.TOTAL_HOSTING, LineItem.Kind.TOTAL_STORAGE);
        // 1.5M x 1.49 / 1M + 2 x (17,155 + 1.95)
        assertThat(total.amount()).isEqualTo(Band.of("33846.135"));
    }

    @Test
    void refusesTrafficAndHorizonsOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> traffic(0, 0, "1.1", false))
                .withMessageContaining("cached share must be 0 to 1, found 1.1");
        assertThatIllegalArgumentException().isThrownBy(() -> traffic(0, 0, "-0.1", false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.ofMonths(EARLY, 0, null))
                .withMessage("days must be at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Horizon.ofMonths(EARLY, 1, 0L))
                .withMessage("retraining needs at least 1 day between, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(TrainingJob.of(1, 1, 1), null, null, 0, Plan.GpuSetup.USUAL))
                .withMessage("units must be at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(
                        TrainingJob.of(1, 1, 1), null, Horizon.ofMonths(EARLY, 1, null), 1, Plan.GpuSetup.USUAL))
                .withMessageContaining("needs the traffic");
    }

    private Band standing(Offer offer) {
        return engine.standingMonth(offer, Objective.SFT);
    }

    private static List<LineItem.Kind> kinds(Quote quote) {
        return quote.lines().stream().map(LineItem::kind).toList();
    }

    private Quote quote(Offer offer, Traffic traffic, @org.jspecify.annotations.Nullable Horizon horizon) {
        Plan plan = new Plan(TrainingJob.of(1000, 500, 3), traffic, horizon, 1, Plan.GpuSetup.USUAL);
        return TestPrices.quote(engine.price(offer, plan));
    }

    private static Traffic traffic(long prompt, long tunedPrompt, String cachedShare, boolean batch) {
        BigDecimal requests = BigDecimal.valueOf(100);
        return new Traffic(
                requests,
                requests,
                Range.exactly(500),
                Range.exactly(200),
                Range.exactly(prompt),
                Range.exactly(tunedPrompt),
                new BigDecimal(cachedShare),
                batch);
    }
}
