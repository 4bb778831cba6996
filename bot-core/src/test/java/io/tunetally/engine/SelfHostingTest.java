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
