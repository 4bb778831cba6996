package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.units.Band;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GPU names, and self-hosted training. */
final class GpuTest {
    private final CostEngine engine = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");

    @Test
    void aBareNameIsTheUsualOneOfItsKind() {
        assertThat(Gpu.named("a100")).contains(Gpu.A100);
        assertThat(Gpu.named("a100_40")).contains(Gpu.A100_40);
        assertThat(Gpu.named("h100")).contains(Gpu.H100);
        assertThat(Gpu.named("a100-40gb")).contains(Gpu.A100_40);
        assertThat(Gpu.named("rtx4090")).contains(Gpu.RTX_4090);
        assertThat(Gpu.named("4090")).contains(Gpu.RTX_4090);
        assertThat(Gpu.named("tpu")).isEmpty();
    }

    @Test
    void aVariantOfTheSameGpuIsPricedAsIt() {
        assertThat(Gpu.H100.isVariant("h100")).isTrue();
        assertThat(Gpu.H100.isVariant("h100_sxm")).isTrue();
        assertThat(Gpu.H100.isVariant("h1000")).isFalse();
        assertThat(Gpu.A100.isVariant("a100_80_pcie")).isTrue();
        assertThat(Gpu.A100.isVariant("a100_40")).isFalse();
        assertThat(Gpu.A100_40.isVariant("a100_40")).isTrue();
    }

    @Test
    void fullTrainingTakesHalfAsLongAgainAndMoreGpus() {
        GpuNeed full = need(quote(Method.FULL, Gpu.A100));
        GpuNeed lora = need(quote(Method.LORA, Gpu.A100));
        assertThat(full.flopsFactor()).isEqualByComparingTo("6");
        assertThat(lora.flopsFactor()).isEqualByComparingTo("4");
        assertThat(full.gpus()).isEqualTo(2);
        assertThat(lora.gpus()).isOne();
        assertThat(lora.bestUtilisation()).isEqualByComparingTo("0.45");
        assertThat(lora.worstUtilisation()).isEqualByComparingTo("0.10");
    }

    @Test
    void priceIsABandFromTheCheapestToTheDearestProvider() {
        // a100_80: Vast SXM 0.631 to Replicate 5.04; model providers' endpoints are separate
        Quote quote = quote(Method.LORA, Gpu.A100);
        assertThat(quote.lines().getFirst().unitPrice().price()).isEqualTo(Band.of("0.631", "5.04"));
        assertThat(quote.warnings()).hasAtLeastOneElementOfType(Warning.Stale.class);
    }

    @Test
    void withoutAGpuSaidItIsAnH100() {
        assertThat(need(TestPrices.quote(engine.price(
                                offer("llama-3.1-8b", Method.LORA), Plan.training(TrainingJob.of(1, 1, 1)))))
                        .gpu())
                .isEqualTo(Gpu.H100);
    }

    @Test
    void runningItIsPaidByTheHour() {
        Plan plan = new Plan(
                TrainingJob.of(1000, 500, 3),
                Traffic.of(100, 500, 200),
                Horizon.ofMonths(TestPrices.TODAY, 1, null),
                1,
                TestPrices.on(Gpu.A100));
        Quote quote = TestPrices.quote(engine.price(offer("llama-3.1-8b", Method.LORA), plan));
        // 720 h x 1 GPU at 0.631 to 5.04
        assertThat(quote.sum(Part.HOSTING)).isEqualTo(Band.of("454.32", "3628.80"));
        assertThat(quote.total()).isNotNull();
    }

    @Test
    void refusesAModelOfUnknownSizeAndAGpuWithoutAPrice() {
        Offer unknown = new Offer(
                new Model(new ModelId("x"), "X", null, true, List.of()),
                engine.prices().catalog().provider(ProviderId.SELF_HOSTED).orElseThrow(),
                Method.LORA,
                null);
        assertThat(engine.price(unknown, Plan.training(TrainingJob.of(1, 1, 1))))
                .isInstanceOf(Unpriceable.SizeNeeded.class);
        // Lambda alone has the A6000, since 2026-09-09.
        CostEngine before = TestPrices.engine(LocalDate.of(2026, 9, 8), "published/", "guide.yaml");
        Plan onA6000 = new Plan(TrainingJob.of(1, 1, 1), null, null, 1, TestPrices.on(Gpu.A6000));
        assertThat(before.price(offer("llama-3.1-8b", Method.LORA), onA6000))
                .isEqualTo(new Unpriceable.NoGpuPrice(
                        Gpu.A6000,
                        engine.prices()
                                .catalog()
                                .provider(ProviderId.SELF_HOSTED)
                                .orElseThrow()));
        assertThat(engine.price(offer("llama-3.1-8b", Method.LORA), onA6000)).isInstanceOf(Quote.class);
    }

    private static GpuNeed need(Quote quote) {
        return java.util.Objects.requireNonNull(quote.gpuNeed());
    }

    private Quote quote(Method method, Gpu gpu) {
        Plan plan = new Plan(TrainingJob.of(10_000, 500, 3), null, null, 1, TestPrices.on(gpu));
        return TestPrices.quote(engine.price(offer("llama-3.1-8b", method), plan));
    }

    private Offer offer(String model, Method method) {
        return TestPrices.offer(engine, model, "selfhost", method);
    }
}
