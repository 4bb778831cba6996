package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Quantity;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training on own and rented GPUs. */
final class SelfHostingTest {
    private final CostEngine engine = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");

    @Test
    void aMixtureOfExpertsIsAsFastAsItsActivePartAndAsLargeAsTheWhole() {
        GpuNeed need = need(offer("gpt-oss-120b", Method.LORA), Plan.training(TrainingJob.of(1000, 500, 3)));
        assertThat(need.billionParameters()).isEqualByComparingTo("5.1");
        assertThat(need.mixture()).isTrue();
        assertThat(need.gigabytes()).isEqualByComparingTo("280.8");
        assertThat(need.gpus()).isEqualTo(4);
    }

    @Test
    void aDenseModelIsAsFastAsItIsLarge() {
        GpuNeed need = need(offer("llama-3.1-8b", Method.LORA), Plan.training(TrainingJob.of(1000, 500, 3)));
        assertThat(need.billionParameters()).isEqualByComparingTo("8");
        assertThat(need.mixture()).isFalse();
    }

    @Test
    void quantizedWeightsNeedAQuarterOfTheMemoryOfLora() {
        Plan plan = new Plan(
                TrainingJob.of(1000, 500, 3), null, null, 1, new Plan.GpuSetup(Gpu.RTX_4090, 1, false, true, null));
        GpuNeed qlora = need(offer("llama-3.3-70b", Method.LORA), plan);
        assertThat(qlora.quantized()).isTrue();
        assertThat(qlora.gigabytes()).isEqualByComparingTo("42");
        assertThat(qlora.gpus()).isEqualTo(2);
        GpuNeed full = need(offer("llama-3.3-70b", Method.FULL), plan);
        assertThat(full.quantized()).isFalse();
        assertThat(full.gpus()).isEqualTo(56);
    }

    @Test
    void aMeasuredSpeedReplacesTheShareOfThePeak() {
        // 1,500,000 tokens at 3,000 a second: 500 seconds on two GPUs
        assertThat(hours(new Plan.Speed(new BigDecimal(3000), new BigDecimal(3000), false)))
                .isEqualTo(hours(new Plan.Speed(new BigDecimal(1500), new BigDecimal(1500), true)))
                .extracting(quantity -> quantity.low().setScale(4, RoundingMode.HALF_UP), Quantity::isExact)
                .containsExactly(new BigDecimal("0.2778"), true);
    }

    @Test
    void aRenterHasItsOwnPriceAndNoOther() {
        Plan plan = new Plan(TrainingJob.of(1000, 500, 3), null, null, 1, TestPrices.on(Gpu.A100));
        Quote quote =
                TestPrices.quote(engine.price(TestPrices.offer(engine, "llama-3.1-8b", "modal", Method.LORA), plan));
        assertThat(quote.lines()).extracting(line -> line.unitPrice().price()).containsOnly(Band.of("2.4984"));
        Plan onA6000 = new Plan(TrainingJob.of(1000, 500, 3), null, null, 1, TestPrices.on(Gpu.A6000));
        assertThat(engine.price(TestPrices.offer(engine, "llama-3.1-8b", "modal", Method.LORA), onA6000))
                .isInstanceOf(Unpriceable.NoGpuPrice.class);
    }

    @ParameterizedTest
    @CsvSource({
        // 2 bytes x billions x 1.2: 19.2 GB fit a card of 24 GB, at 0.274-0.74 an hour
        "llama-3.1-8b, selfhost, LORA, 100, RTX_4090, 197.28, 532.80",
        // 1,620 tokens a second x 16 GFLOPs are more than a tenth of an RTX 4090's peak, and less than one of an L40S
        "llama-3.1-8b, selfhost, LORA, 200000, L40S, 336.96, 2527.20",
        // No GPU on file keeps up: as many H100 as hold the weights
        "llama-3.1-8b, selfhost, LORA, 9000000, H100, 1057.68, 5296.32",
        // 33.6 GB
        "qwen3-14b, selfhost, LORA, 100, L40S, 336.96, 2527.20",
        // 168 GB: three cards of 80 GB, as with H100
        "llama-3.3-70b, selfhost, LORA, 100, A100, 1362.96, 10886.40",
        "llama-3.1-8b, modal, LORA, 100, L4, 575.424, 575.424",
        // Full training of 8 billion parameters needs 154 GB: seven cards of one machine
        "llama-3.1-8b, selfhost, FULL, 100, RTX_4090, 197.28, 532.80"
    })
    void aModelRunsOnTheGpuThatHoldsItAtTheLeastCost(
            String model, String provider, Method method, long requests, Gpu gpu, String low, String high) {
        Plan plan = Plan.over(
                TrainingJob.of(1000, 500, 3),
                Traffic.of(requests, 500, 200),
                Horizon.ofMonths(TestPrices.TODAY, 6, null));
        Quote quote = TestPrices.quote(engine.price(TestPrices.offer(engine, model, provider, method), plan));
        assertThat(Objects.requireNonNull(quote.gpuNeed()).gpu()).isEqualTo(gpu);
        assertThat(quote.monthly()).isEqualTo(Band.of(low, high));
    }

    @Test
    void withoutRunningOrByTheAskersOwnFiguresTheUsualGpuStays() {
        Offer rented = offer("llama-3.1-8b", Method.LORA);
        TrainingJob job = TrainingJob.of(1000, 500, 3);
        assertThat(need(rented, Plan.training(job)).gpu()).isEqualTo(Gpu.H100);
        Plan.Speed speed = new Plan.Speed(new BigDecimal(3000), new BigDecimal(3000), false);
        Plan measured = new Plan(
                job,
                Traffic.of(100, 500, 200),
                Horizon.ofMonths(TestPrices.TODAY, 6, null),
                1,
                new Plan.GpuSetup(null, 1, false, false, speed));
        assertThat(need(rented, measured).gpu()).isEqualTo(Gpu.H100);
    }

    @Test
    void ownHardwareHasHoursAndNoPrice() {
        Plan plan = new Plan(
                TrainingJob.of(1000, 500, 3), null, null, 1, new Plan.GpuSetup(Gpu.RTX_4090, 1, true, false, null));
        assertThat(engine.price(offer("llama-3.1-8b", Method.LORA), plan))
                .isInstanceOfSatisfying(Unpriceable.OwnHardware.class, own -> {
                    assertThat(own.need().gpu()).isEqualTo(Gpu.RTX_4090);
                    // 4 x 8e9 x 1.5e6 FLOPs at 45 % and 10 % of 165 TFLOPS
                    assertThat(own.hours().low()).isCloseTo(new BigDecimal("0.1796"), within(new BigDecimal("0.0001")));
                    assertThat(own.hours().high())
                            .isCloseTo(new BigDecimal("0.8081"), within(new BigDecimal("0.0001")));
                });
    }

    @Test
    void hoursThatWereSaidReplaceTheComputedOnesOnEachGpuAndInEachRun() {
        Plan plan = new Plan(
                new TrainingJob(
                        Objective.SFT,
                        new TrainingJob.Data.Dataset(Range.exactly(500_000)),
                        Range.exactly(3),
                        Range.exactly(3),
                        null,
                        null),
                null,
                null,
                1,
                new Plan.GpuSetup(Gpu.H100, 2, false, false, null, new BigDecimal("8"), null));
        Quote quote = TestPrices.quote(engine.price(offer("llama-3.1-8b", Method.LORA), plan));
        assertThat(quote.lines().getFirst().counted().quantity().low()).isEqualByComparingTo("48");
        assertThat(quote.lines().getFirst().counted().quantity().high()).isEqualByComparingTo("48");
    }

    @Test
    void aPriceOfTheAskersOwnReplacesThoseOfTheSellersAndPricesOwnHardware() {
        Plan plan = plan(new Plan.GpuSetup(Gpu.H100, 1, true, false, null, new BigDecimal("8"), Money.of("1.80")));
        Quote quote = TestPrices.quote(engine.price(offer("llama-3.1-8b", Method.LORA), plan));
        // 8 hours that were said are all that is paid
        assertThat(quote.training()).isEqualTo(Band.of("14.4"));
    }

    private static Plan plan(Plan.GpuSetup setup) {
        return new Plan(TrainingJob.of(1000, 500, 3), null, null, 1, setup);
    }

    private Quantity hours(Plan.Speed speed) {
        Plan plan = new Plan(
                TrainingJob.of(1000, 500, 3), null, null, 1, new Plan.GpuSetup(Gpu.H100, 2, false, false, speed));
        return TestPrices.quote(engine.price(offer("llama-3.1-8b", Method.LORA), plan))
                .lines()
                .getFirst()
                .counted()
                .quantity();
    }

    private GpuNeed need(Offer offer, Plan plan) {
        return Objects.requireNonNull(
                TestPrices.quote(engine.price(offer, plan)).gpuNeed());
    }

    private Offer offer(String model, Method method) {
        return TestPrices.offer(engine, model, "selfhost", method);
    }
}
