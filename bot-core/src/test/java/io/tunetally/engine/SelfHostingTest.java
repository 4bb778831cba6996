package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Method;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Self-hosted training of mixtures of experts, with quantized weights. */
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
        Plan plan = new Plan(TrainingJob.of(1000, 500, 3), null, null, 1, new Plan.GpuSetup(Gpu.RTX_4090, true));
        GpuNeed qlora = need(offer("llama-3.3-70b", Method.LORA), plan);
        assertThat(qlora.quantized()).isTrue();
        assertThat(qlora.gigabytes()).isEqualByComparingTo("42");
        assertThat(qlora.gpus()).isEqualTo(2);
        GpuNeed full = need(offer("llama-3.3-70b", Method.FULL), plan);
        assertThat(full.quantized()).isFalse();
        assertThat(full.gpus()).isEqualTo(56);
    }

    private GpuNeed need(Offer offer, Plan plan) {
        return Objects.requireNonNull(
                TestPrices.quote(engine.price(offer, plan)).gpuNeed());
    }

    private Offer offer(String model, Method method) {
        return TestPrices.offer(engine, model, "selfhost", method);
    }
}
