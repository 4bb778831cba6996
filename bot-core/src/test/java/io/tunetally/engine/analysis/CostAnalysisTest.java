package io.tunetally.engine.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Horizon;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Part;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Quote;
import io.tunetally.engine.TestPrices;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.TrainingJob;
import io.tunetally.engine.Warning;
import io.tunetally.units.Band;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Break-even and crossing on cases that can be computed by hand. */
final class CostAnalysisTest {
    private final CostEngine engine = TestPrices.engine(TestPrices.TODAY, "published/", "guide.yaml");
    private final CostAnalysis costAnalysis = new CostAnalysis(engine);

    @Test
    void gpt4oMiniWithALongPromptPaysBackAfter75000Requests() {
        BreakEven comparison = breakEven(traffic(100, 200, 300, 2000, 100, "0"));
        BreakEven.Result.PaysBack back = paysBack(comparison);
        // 4.50 / (0.000510 - 0.000450)
        assertThat(back.requests()).isEqualTo(ends("75000", "75000"));
        assertThat(back.months()).isEqualTo(ends("25", "25"));
        assertThat(back.leastRequestsPerDay()).isEqualByComparingTo("0");
        assertThat(comparison.base()).isEqualTo(Band.of("1.53"));
        assertThat(LineItem.sum(comparison.tunedMonth())).isEqualTo(Band.of("1.35"));
        assertThat(comparison.isOfOneModel()).isTrue();
    }

    @Test
    void aCachedPromptTurnsTheAnswerToNever() {
        // c_base = 0.1 x 2000 x 0.15 + 0.9 x 2000 x 0.075 + 200 x 0.15 + 300 x 0.60 = 375 < 420 per million requests
        BreakEven comparison = breakEven(traffic(100, 200, 300, 2000, 100, "0.9"));
        assertThat(comparison.result()).isEqualTo(new BreakEven.Result.NoSaving());
    }

    @Test
    void withoutAShorterPromptTuningSavesNothing() {
        assertThat(breakEven(Traffic.of(100, 500, 200)).result()).isEqualTo(new BreakEven.Result.NoSaving());
    }

    @Test
    void saysHowManyPromptTokensARequestMustSave() {
        BreakEven comparison = breakEven(Traffic.of(100, 500, 200));
        // (4.50 + 6 x (1.17 - 0.585)) / (3,000 x 6 x 0.15 / 1M) = 2966.7, rounded up
        assertThat(costAnalysis.promptSaving(comparison, 180))
                .contains(new PromptSaving(new BigDecimal("2967"), new BigDecimal("2967"), 180));
    }

    @Test
    void hostingEatsTheSavingOfASmallTraffic() {
        Offer azure = TestPrices.offer(engine, "gpt-4o-mini", "azure", Method.FULL, Deployment.GLOBAL);
        Traffic traffic = traffic(100, 200, 300, 2000, 100, "0");
        BreakEven comparison =
                costAnalysis.breakEven(quote(azure, traffic), traffic).orElseThrow();
        BreakEven.Result.HostingEatsSaving eats = (BreakEven.Result.HostingEatsSaving) comparison.result();
        // Azure's tuned price is its base price: a request saves 1,900 x 0.15 / 1M; 1,224 a month of hosting / 30 days
        assertThat(eats.leastRequestsPerDay().setScale(0, java.math.RoundingMode.HALF_UP))
                .isEqualByComparingTo("143158");
    }

    @Test
    void aLargeTrafficPaysTheHostingToo() {
        Offer azure = TestPrices.offer(engine, "gpt-4o-mini", "azure", Method.FULL, Deployment.GLOBAL);
        Traffic traffic = traffic(1_000_000, 200, 300, 2000, 100, "0");
        BreakEven.Result.PaysBack back =
                paysBack(costAnalysis.breakEven(quote(azure, traffic), traffic).orElseThrow());
        // 4.50 / (30M x 0.000285 - 1,224) months, times 30M requests
        assertThat(back.months().low()).isBetween(new BigDecimal("0.000614"), new BigDecimal("0.000615"));
        assertThat(back.requests().low()).isBetween(new BigDecimal("18427"), new BigDecimal("18428"));
    }

    @Test
    void aTunedSmallModelCanBeComparedWithALargeOneAsItIs() {
        Traffic traffic = Traffic.of(100, 500, 200);
        Quote mini = quote(TestPrices.offer(engine, "gpt-4o-mini", "openai", Method.FULL), traffic);
        Offer gpt = TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL);
        BreakEven comparison = costAnalysis.breakEven(mini, gpt, traffic).orElseThrow();
        assertThat(comparison.base()).isEqualTo(Band.of("9.75"));
        // 4.50 / ((9.75 - 1.17) / 3,000) = 1573.43, rounded up
        assertThat(paysBack(comparison).requests()).isEqualTo(ends("1574", "1574"));
        assertThat(comparison.isOfOneModel()).isFalse();
        // after two months: 2 x 9.75, and 4.50 + 2 x 1.17
        assertThat(comparison.cumulative(60)).containsExactly(Band.of("19.50"), Band.of("6.84"));
    }

    @Test
    void aBandOfTunedPricesMayNeverPayBackAtItsDearEnd() {
        Traffic traffic = traffic(100_000, 500, 200, 900, 100, "0");
        CostEngine multiplied = TestPrices.multiplied();
        Offer token = TestPrices.offer(multiplied, "token-70b", "acme", Method.FULL);
        BreakEven.Result.PaysBack back = paysBack(new CostAnalysis(multiplied)
                .breakEven(quote(multiplied, token, traffic), traffic)
                .orElseThrow());
        // untuned 1,600 x 1.04, tuned 800 x 1.56 to 2.08: 7.50 / 0.000416, and a saving of 0
        assertThat(back.requests()).isEqualTo(new BreakEven.Ends(new BigDecimal("18029"), null));
        assertThat(back.months().low()).isBetween(new BigDecimal("0.006009"), new BigDecimal("0.006010"));
        assertThat(back.months().high()).isNull();
    }

    @Test
    void moreRequestsPayBackSoonerNotWithFewer() {
        BreakEven comparison = breakEven(traffic(100, 200, new Range(200, 200), new Range(2000, 2000), 100));
        assertThat(paysBack(comparison).requests()).isEqualTo(ends("75000", "75000"));
        assertThat(paysBack(comparison).months()).isEqualTo(ends("12.5", "25"));
        assertThat(comparison.base()).isEqualTo(Band.of("1.53", "3.06"));
    }

    @Test
    void bothModelsGetTheSameInputOfARange() {
        BreakEven comparison = breakEven(traffic(100, 100, new Range(200, 400), new Range(2000, 2000), 100));
        // 4.50 / (0.000510 - 0.000450) and 4.50 / (0.000540 - 0.000510): here the longer input saves less
        assertThat(paysBack(comparison).requests()).isEqualTo(ends("75000", "150000"));
        assertThat(paysBack(comparison).months()).isEqualTo(ends("25", "50"));
    }

    @Test
    void aPromptThatTuningShortensIsARangeOfItsOwn() {
        BreakEven comparison = breakEven(traffic(100, 100, new Range(200, 200), new Range(1000, 2000), 100));
        // with 1,000 tokens an untuned request costs 0.000360, less than the tuned one
        assertThat(paysBack(comparison).requests()).isEqualTo(new BreakEven.Ends(new BigDecimal("75000"), null));
    }

    @Test
    void aPromptThatTuningLeavesAsItIsHasTheSameLengthForBoth() {
        BigDecimal hundred = BigDecimal.valueOf(100);
        Range prompt = new Range(1000, 2000);
        Traffic traffic = new Traffic(
                hundred, hundred, Range.exactly(500), Range.exactly(200), prompt, prompt, BigDecimal.ZERO, false);
        Quote mini = quote(TestPrices.offer(engine, "gpt-4o-mini", "openai", Method.FULL), traffic);
        Offer gpt = TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL);
        BreakEven comparison = costAnalysis.breakEven(mini, gpt, traffic).orElseThrow();
        // 4.50 / (1,500 x 2.20 + 200 x 8.80, per million) = 889.3, and with 2,500 instead of 1,500 it is 619.8
        assertThat(paysBack(comparison).requests()).isEqualTo(ends("620", "890"));
    }

    @Test
    void ofARangeOfRequestsTheFewestMustSaveTheMostPromptTokens() {
        BreakEven comparison = breakEven(traffic(100, 200, new Range(500, 500), new Range(0, 0), 0));
        // (4.50 + 6 x 3,000 x (0.00051 - 0.000255)) / (3,000 x 6 x 0.15 / 1M) and the same with 6,000 requests
        assertThat(costAnalysis.promptSaving(comparison, 180))
                .contains(new PromptSaving(new BigDecimal("2534"), new BigDecimal("3367"), 180));
    }

    @Test
    void aRequestToADedicatedDeploymentCostsNothingBesideItsHours() {
        Offer dedicated = TestPrices.offer(engine, "qwen3.5-9b", "together", Method.FULL, Deployment.DEDICATED);
        Traffic traffic = traffic(100, 500, 200, 2000, 100, "0");
        BreakEven comparison =
                costAnalysis.breakEven(quote(dedicated, traffic), traffic).orElseThrow();
        // 720 x 5.49
        assertThat(LineItem.sum(comparison.tunedMonth())).isEqualTo(Band.of("3952.80"));
        // 3,952.80 / 30 days / ((2,500 x 0.17 + 200 x 0.25) / 1M)
        BreakEven.Result.HostingEatsSaving eats = (BreakEven.Result.HostingEatsSaving) comparison.result();
        assertThat(eats.leastRequestsPerDay()).isBetween(new BigDecimal("277389"), new BigDecimal("277390"));
        Traffic plain = Traffic.of(100, 500, 200);
        BreakEven.Result withoutPrompt = costAnalysis
                .breakEven(quote(dedicated, plain), plain)
                .orElseThrow()
                .result();
        // 3,952.80 / 30 days / ((500 x 0.17 + 200 x 0.25) / 1M)
        assertThat(((BreakEven.Result.HostingEatsSaving) withoutPrompt).leastRequestsPerDay())
                .isBetween(new BigDecimal("975999"), new BigDecimal("976001"));
    }

    @Test
    void withoutAPricePerTokenThereIsNoBreakEven() {
        Traffic traffic = Traffic.of(100, 500, 200);
        Quote bedrock = quote(TestPrices.offer(engine, "llama-2-13b", "bedrock", Method.FULL), traffic);
        assertThat(costAnalysis.breakEven(bedrock, traffic)).isEmpty();
    }

    @Test
    void whatIsCheaperToTrainAndToRunIsNeverOvertaken() {
        Traffic traffic = Traffic.of(100, 500, 200);
        Quote mini = quote(TestPrices.offer(engine, "gpt-4o-mini", "openai", Method.FULL), traffic);
        Quote dearer = quote(TestPrices.offer(engine, "gpt-4.1-mini", "openai", Method.FULL), traffic);
        // 4.50 and 1.17 a month; 7.50 and 1.5 x 0.80 + 0.6 x 3.20 = 3.12
        Crossing crossing = costAnalysis
                .crossing(dearer, mini, traffic, BigDecimal.valueOf(6))
                .orElseThrow();
        assertThat(crossing.cheaperAtFirst()).isEqualTo(mini);
        assertThat(crossing.months()).isNull();
        assertThat(crossing.cheaperLater()).isEqualTo(mini);
        assertThat(crossing.cheaperAbove()).isEqualTo(mini);
        assertThat(crossing.requestsPerDay()).isNull();
        assertThat(crossing.first()).isEqualTo(dearer);
    }

    @Test
    void twoLinesCrossWhereTheDearerTrainingIsPaidBack() {
        Traffic traffic = Traffic.of(100, 500, 200);
        Quote gpt41 = quote(TestPrices.offer(engine, "gpt-4.1", "openai", Method.FULL), traffic);
        Quote gpt35 = quote(TestPrices.offer(engine, "gpt-3.5-turbo", "openai", Method.FULL), traffic);
        // gpt-3.5-turbo: 12.00 to train, 1.5 x 3.00 + 0.6 x 6.00 = 8.10 a month; gpt-4.1: 37.50 and 11.70: never.
        assertThat(costAnalysis
                        .crossing(gpt41, gpt35, traffic, BigDecimal.valueOf(6))
                        .orElseThrow()
                        .months())
                .isNull();
        Quote nano = quote(TestPrices.offer(engine, "gpt-4.1-nano", "openai", Method.FULL), traffic);
        Quote babbage = quote(TestPrices.offer(engine, "babbage-002", "openai", Method.FULL), traffic);
        // babbage-002: 0.60 and 2.1 x 1.60 = 3.36 a month; nano: 2.25 and 1.5 x 0.20 + 0.6 x 0.80 = 0.78.
        Crossing crossing = costAnalysis
                .crossing(nano, babbage, traffic, BigDecimal.valueOf(6))
                .orElseThrow();
        BreakEven.Ends months = Objects.requireNonNull(crossing.months());
        assertThat(months.low()).isBetween(new BigDecimal("0.6395"), new BigDecimal("0.6396"));
        assertThat(months.high()).isEqualTo(months.low());
        assertThat(crossing.cheaperAtFirst()).isEqualTo(babbage);
        assertThat(crossing.cheaperLater()).isEqualTo(nano);
        // 100 requests a day x 0.6395 months / 6 months
        assertThat(Objects.requireNonNull(crossing.requestsPerDay()).low())
                .isBetween(new BigDecimal("10.65"), new BigDecimal("10.66"));
    }

    @Test
    void bothModelsThatCrossGetTheSameRequestsOfARange() {
        Traffic traffic = traffic(100, 200, new Range(500, 500), new Range(0, 0), 0);
        Quote nano = quote(TestPrices.offer(engine, "gpt-4.1-nano", "openai", Method.FULL), traffic);
        Quote babbage = quote(TestPrices.offer(engine, "babbage-002", "openai", Method.FULL), traffic);
        Crossing crossing = costAnalysis
                .crossing(nano, babbage, traffic, BigDecimal.valueOf(6))
                .orElseThrow();
        // 1.65 / (3,000 x 0.00128 - 3,000 x 0.00034) months, half of it at 200 requests; 1.65 / 6 / 30 / 0.00094 at
        // either end
        BreakEven.Ends months = Objects.requireNonNull(crossing.months());
        assertThat(months.low()).isBetween(new BigDecimal("0.2925"), new BigDecimal("0.2926"));
        assertThat(months.high()).isBetween(new BigDecimal("0.5851"), new BigDecimal("0.5852"));
        BreakEven.Ends volume = Objects.requireNonNull(crossing.requestsPerDay());
        assertThat(volume.low()).isBetween(new BigDecimal("9.751"), new BigDecimal("9.752"));
        assertThat(volume.high()).isBetween(new BigDecimal("9.751"), new BigDecimal("9.752"));
    }

    @Test
    void theModelWithTheHostingIsTheCheaperOneAboveAVolumeToo() {
        Traffic traffic = Traffic.of(100, 500, 200);
        Offer phi = TestPrices.offer(engine, "phi-4-mini", "azure", Method.FULL);
        Quote hosted = quote(phi, traffic);
        Quote perToken = quote(TestPrices.offer(engine, "gpt-4.1-mini", "openai", Method.FULL), traffic);
        Crossing crossing = costAnalysis
                .crossing(hosted, perToken, traffic, BigDecimal.valueOf(6))
                .orElseThrow();
        assertThat(crossing.cheaperAtFirst()).isEqualTo(hosted);
        assertThat(crossing.cheaperLater()).isEqualTo(perToken);
        assertThat(crossing.cheaperAbove()).isEqualTo(hosted);
        // (4.50 + 6 x 576 - 7.50) / (6 x 30 x (0.00104 - 0.0000975)) = 3,453 / 0.16965
        BreakEven.Ends volume = Objects.requireNonNull(crossing.requestsPerDay());
        assertThat(volume.high()).isBetween(new BigDecimal("20353"), new BigDecimal("20354"));
        assertThat(volume.low()).isEqualTo(volume.high());
    }

    @Test
    void whatHasNoPriceToRunCrossesNothing() {
        Traffic traffic = Traffic.of(100, 500, 200);
        Quote gemini = quote(TestPrices.offer(engine, "gemini-1.5-flash", "google", Method.LORA), traffic);
        Quote mini = quote(TestPrices.offer(engine, "gpt-4o-mini", "openai", Method.FULL), traffic);
        assertThat(gemini.unpriced()).containsExactly(Part.INFERENCE);
        assertThat(mini.unpriced()).isEmpty();
        assertThat(costAnalysis.crossing(gemini, mini, traffic, BigDecimal.valueOf(6)))
                .isEmpty();
        assertThat(costAnalysis.crossing(mini, gemini, traffic, BigDecimal.valueOf(6)))
                .isEmpty();
        assertThat(costAnalysis.breakEven(gemini, mini.offer(), traffic)).isEmpty();
    }

    @Test
    void batchesHaveNoDiscountForACachedPromptTunedOrNot() {
        BigDecimal hundred = BigDecimal.valueOf(100);
        Traffic traffic = new Traffic(
                hundred,
                hundred,
                Range.exactly(200),
                Range.exactly(300),
                Range.exactly(2000),
                Range.exactly(100),
                new BigDecimal("0.9"),
                true);
        BreakEven comparison = breakEven(traffic);
        // (2,200 x 0.075 + 300 x 0.30) - (300 x 0.15 + 300 x 0.60) = 30 per million requests
        assertThat(comparison.base()).isEqualTo(Band.of("0.765"));
        assertThat(paysBack(comparison).requests()).isEqualTo(ends("150000", "150000"));
    }

    @Test
    void anOldPriceOfTheUntunedModelIsWarnedOf() {
        Traffic traffic = Traffic.of(100, 500, 200);
        Quote tuned = quote(TestPrices.offer(engine, "gpt-oss-20b", "thinking-machines", Method.LORA), traffic);
        Offer mini = TestPrices.offer(engine, "gpt-4.1-mini", "openai", Method.FULL);
        BreakEven comparison = costAnalysis.breakEven(tuned, mini, traffic).orElseThrow();
        assertThat(comparison.tuned().warnings())
                .filteredOn(Warning.Stale.class::isInstance)
                .extracting(warning -> ((Warning.Stale) warning).rate().figure())
                .contains(Meter.BASE_INPUT, Meter.BASE_OUTPUT);
    }

    private BreakEven breakEven(Traffic traffic) {
        Offer offer = TestPrices.offer(engine, "gpt-4o-mini", "openai", Method.FULL);
        return costAnalysis.breakEven(quote(offer, traffic), traffic).orElseThrow();
    }

    private Quote quote(Offer offer, Traffic traffic) {
        return quote(engine, offer, traffic);
    }

    private static Quote quote(CostEngine engine, Offer offer, Traffic traffic) {
        Plan plan = Plan.over(TrainingJob.of(1000, 500, 3), traffic, Horizon.ofMonths(TestPrices.TODAY, 6, null));
        return TestPrices.quote(engine.price(offer, plan));
    }

    private static BreakEven.Result.PaysBack paysBack(BreakEven comparison) {
        return (BreakEven.Result.PaysBack) comparison.result();
    }

    private static BreakEven.Ends ends(String low, String high) {
        return new BreakEven.Ends(new BigDecimal(low), new BigDecimal(high));
    }

    private static Traffic traffic(
            long fewestRequests, long mostRequests, Range input, Range prompt, long tunedPrompt) {
        return new Traffic(
                BigDecimal.valueOf(fewestRequests),
                BigDecimal.valueOf(mostRequests),
                input,
                Range.exactly(300),
                prompt,
                Range.exactly(tunedPrompt),
                BigDecimal.ZERO,
                false);
    }

    private static Traffic traffic(
            long requestsPerDay, long input, long output, long prompt, long tunedPrompt, String cachedShare) {
        BigDecimal requests = BigDecimal.valueOf(requestsPerDay);
        return new Traffic(
                requests,
                requests,
                Range.exactly(input),
                Range.exactly(output),
                Range.exactly(prompt),
                Range.exactly(tunedPrompt),
                new BigDecimal(cachedShare),
                false);
    }
}
