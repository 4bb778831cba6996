package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Method;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Plan;
import io.tunetally.engine.TestPrices;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.TrainingJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulesTest {
    @ParameterizedTest
    @CsvSource({
        "llama-3.1-8b, together, FULL, as listed",
        "llama-3.1-8b, together, LORA, 60-70 % below the listed $0.48",
        "llama-3.3-70b, together, LORA, 60-70 % below the listed $5.00",
        "gemini-2.0-flash, google, LORA, 60-70 % below the listed $2.00"
    })
    void describesTheEffectOnTheListedPrice(String model, String provider, Method method, String phrase) {
        CostEngine guide = TestPrices.guide();
        assertThat(Rules.phrase(TestPrices.quote(guide.price(
                                TestPrices.offer(guide, model, provider, method),
                                Plan.training(TrainingJob.of(1000, 500, 3))))
                        .main()))
                .isEqualTo(phrase);
    }

    @Test
    void aMultiplierOfTheBaseModelSaysSo() {
        Plan plan = new Plan(TrainingJob.of(1000, 500, 3), Traffic.of(100, 500, 200), null, 1, Plan.GpuSetup.USUAL);
        assertThat(TestPrices.firstQuote(TestPrices.multiplied(), "token-70b", plan).lines().stream()
                        .map(Arithmetic::of))
                .anySatisfy(line -> assertThat(line).contains("1.5-2x the base model's $1.04"));
    }
}
