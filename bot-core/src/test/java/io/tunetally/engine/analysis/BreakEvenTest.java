package io.tunetally.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Plan;
import io.tunetally.engine.TestPrices;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.TrainingJob;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A break-even within a time: before the model ends, and the traffic that it takes. */
final class BreakEvenTest {
    private static final LocalDate END = LocalDate.of(2027, 1, 14);

    private final CostEngine engine = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");
    private final Offer openai = TestPrices.offer(engine, "gpt-4o-mini", "openai", Method.FULL);
    private final Offer azure = TestPrices.offer(engine, "gpt-4o-mini", "azure", Method.FULL, Deployment.GLOBAL);

    @ParameterizedTest
    @CsvSource({"749, false", "750, true", "751, true"})
    void anEndBeforeItPaysBackPreventsIt(long daysLeft, boolean paysBack) {
        // 25 months of 30 days.
        BreakEven comparison = breakEven(openai, 100).until(new BreakEven.Ending(END, daysLeft));
        if (paysBack) {
            assertThat(comparison.result())
                    .isEqualTo(breakEven(openai, 100).result())
                    .isInstanceOf(BreakEven.Result.PaysBack.class);
        } else {
            assertThat(comparison.result()).isInstanceOfSatisfying(BreakEven.Result.EndsFirst.class, ends -> {
                assertThat(ends.ending()).isEqualTo(new BreakEven.Ending(END, daysLeft));
                assertThat(ends.otherwise()).isEqualTo(breakEven(openai, 100).result());
            });
        }
    }

    @Test
    void anEndAddsNothingToWhatNeverPaysBack() {
        BreakEven eaten = breakEven(azure, 100);
        assertThat(eaten.until(new BreakEven.Ending(END, 50)).result())
                .isEqualTo(eaten.result())
                .isInstanceOf(BreakEven.Result.HostingEatsSaving.class);
    }

    @ParameterizedTest
    @CsvSource({"750, 100", "592, 127", "50, 1500", "75000, 1", "100000, 1"})
    void saysTheTrafficThatPaysBackInTime(long days, BigDecimal requestsPerDay) {
        // 75,000 requests, whatever the traffic is now.
        assertThat(breakEven(openai, 100).requestsPerDayToPayBackWithin(days)).isEqualByComparingTo(requestsPerDay);
        assertThat(breakEven(openai, 7).requestsPerDayToPayBackWithin(days)).isEqualByComparingTo(requestsPerDay);
    }

    @ParameterizedTest
    @CsvSource({"100", "1000000"})
    void theTrafficPaysTheHostingToo(long now) {
        // 1,224 / 30 / 0.000285 = 143,157.9 a day and 4.50 / 0.000285 / 50 = 315.8.
        assertThat(breakEven(azure, now).requestsPerDayToPayBackWithin(50)).isEqualByComparingTo("143474");
    }

    /** 4.50 + 0.50 + 1,000 x 0.001 = 6.00 and 4.50 / 75,000 a request. */
    @Test
    void paysBackWhatIsPaidOnceBesidesTraining() {
        Plan.Preparation preparation = new Plan.Preparation(Money.of("0.50"), Money.of("0.001"), List.of());
        BreakEven comparison = breakEven(openai, traffic(100), preparation);
        assertThat(comparison.best().requests()).isEqualByComparingTo("100000");
        assertThat(comparison.cumulative(0).getLast().low().toDecimal()).isEqualTo("6.00");
        assertThat(comparison.tuned().training().low().toDecimal()).isEqualTo("4.50");
    }

    @Test
    void noTrafficPaysBackWhatSavesNothing() {
        Traffic traffic = Traffic.of(100, 500, 200);
        assertThat(breakEven(openai, traffic).requestsPerDayToPayBackWithin(50)).isNull();
    }

    private BreakEven breakEven(Offer offer, long requestsPerDay) {
        return breakEven(offer, traffic(requestsPerDay));
    }

    private static Traffic traffic(long requestsPerDay) {
        BigDecimal requests = BigDecimal.valueOf(requestsPerDay);
        return new Traffic(
                requests,
                requests,
                Range.exactly(200),
                Range.exactly(300),
                Range.exactly(2000),
                Range.exactly(100),
                BigDecimal.ZERO,
                false);
    }

    private BreakEven breakEven(Offer offer, Traffic traffic) {
        return breakEven(offer, traffic, Plan.Preparation.NONE);
    }

    private BreakEven breakEven(Offer offer, Traffic traffic, Plan.Preparation preparation) {
        Plan plan = new Plan(
                TrainingJob.of(1000, 500, 3), traffic, null, Plan.Endpoints.of(1), Plan.GpuSetup.USUAL, preparation);
        return new CostAnalysis(engine)
                .breakEven(TestPrices.quote(engine.price(offer, plan)), traffic)
                .orElseThrow();
    }
}
