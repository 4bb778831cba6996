package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Method;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Horizon;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Quote;
import io.tunetally.engine.TestPrices;
import io.tunetally.engine.Total;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.TrainingJob;
import io.tunetally.engine.analysis.Payback;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The shown factors, unit price and amount are those of the computed line. */
final class ArithmeticTest {
    private static final CostEngine GUIDE = TestPrices.guide();

    @Test
    void multipliesTheQuantityByItsPrice() {
        assertThat(lines("gpt-4o", Method.FULL, Plan.training(TrainingJob.of(1000, 500, 3))))
                .containsExactly("Training: 1,000 examples × 500 tokens × 3 epochs = 1,500,000 tokens × $25.00 / 1M"
                        + " tokens = $37.50");
    }

    @Test
    void showsTheEffectOfARuleOnTheListedPrice() {
        assertThat(lines("llama-3.1-8b", Method.LORA, Plan.training(TrainingJob.of(1000, 500, 3))))
                .containsExactly("Training: 1,000 examples × 500 tokens × 3 epochs = 1,500,000 tokens × $0.144-$0.192 /"
                        + " 1M tokens (60-70 % below the listed $0.48) = $0.216-$0.288");
    }

    @Test
    void sumsTheLinesOfAWholeTime() {
        Total total = Objects.requireNonNull(quote(
                        "gpt-4o",
                        Method.FULL,
                        Plan.over(
                                TrainingJob.of(1000, 500, 3),
                                Traffic.of(100, 500, 200),
                                Horizon.ofMonths(TestPrices.TODAY, 6, null)))
                .total());
        assertThat(Arithmetic.sum(total.lines(), total.amount())).isEqualTo("$37.50 + $87.75 = $125.25");
        assertThat(Arithmetic.sum(total.lines().subList(0, 1), total.amount()))
                .as("one line is its own sum")
                .isEmpty();
    }

    @Test
    void showsHowABreakEvenComesAbout() {
        assertThat(Arithmetic.of(payback("1.53", "1.35")))
                .isEqualTo("$4.50 / ($1.53 - $1.35) a month × 3,000 requests a month = 75,000 requests");
        assertThat(Arithmetic.of(payback("1.35", "1.53")))
                .isEqualTo("$4.50 / ($1.35 - $1.53) a month × 3,000 requests a month: never");
    }

    private static Payback payback(String untuned, String tuned) {
        return new Payback(BigDecimal.valueOf(3000), Money.of("4.50"), Money.of(untuned), Money.of(tuned), Money.ZERO);
    }

    private static List<String> lines(String model, Method method, Plan plan) {
        return quote(model, method, plan).lines().stream().map(Arithmetic::of).toList();
    }

    private static Quote quote(String model, Method method, Plan plan) {
        String provider = model.startsWith("gpt") ? "openai" : "together";
        return TestPrices.quote(GUIDE.price(TestPrices.offer(GUIDE, model, provider, method), plan));
    }
}
