package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import io.tunetally.catalog.Objective;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.engine.analysis.CostAnalysis;
import io.tunetally.engine.analysis.Crossing;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Laws for every break-even, crossing and budget, checked by evaluating both sides of the answer. */
final class QuestionLawsTest {
    private static final List<String> MODELS =
            List.of("llama-3.1-8b", "llama-3.3-70b", "gpt-4o", "gpt-4o-mini", "gpt-4.1-mini", "titan-text-lite");

    /** A day without any shutdown of these within the months of the laws. */
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    private final CostEngine engine = TestPrices.engine(DAY, "published/", "guide.yaml");
    private final CostEngine guideFirst = TestPrices.engine(DAY, "guide.yaml", "published/");
    private final CostAnalysis costAnalysis = new CostAnalysis(engine);

    private final Gen<Offer> offers = arbitrary()
            .pick(MODELS.stream()
                    .flatMap(model -> engine.offers().of(TestPrices.model(engine, model), Objective.SFT, null).stream())
                    .toList());
    private final Gen<Long> requestsPerDay = longs().between(1, 2_000_000);
    private final Gen<Long> promptTokens = longs().between(1, 20_000);

    /** A training has no more examples, whatever it costs. */
    private static final long MOST_EXAMPLES = 1_000_000_000;

    @Test
    void breaksEvenWithTheFirstRequestThatMakesTheTunedModelNoDearer() {
        AtomicLong paidBack = new AtomicLong();
        qt().forAll(offers, requestsPerDay, promptTokens, longs().between(0, 500))
                .checkAssert((offer, requests, before, after) -> {
                    Traffic traffic = traffic(requests, before, Math.min(before, after), BigDecimal.ZERO);
                    Optional<BreakEven> comparison = costAnalysis.breakEven(quote(offer, traffic), traffic);
                    if (comparison.isPresent() && comparison.get().result() instanceof BreakEven.Result.PaysBack back) {
                        paidBack.incrementAndGet();
                        BigDecimal count = back.requests().low();
                        assertThat(saved(comparison.get(), count)).isNotNegative();
                        assertThat(saved(comparison.get(), count.subtract(BigDecimal.ONE)))
                                .isNegative();
                        BigDecimal high = back.requests().high();
                        assertThat(high == null || high.compareTo(count) >= 0).isTrue();
                    }
                });
        assertThat(paidBack).hasPositiveValue();
    }

    @Test
    void everyTrafficWithinTheRangesBreaksEvenBetweenTheEnds() {
        AtomicLong paidBack = new AtomicLong();
        qt().forAll(offers, requestsPerDay, promptTokens, integers().between(0, 15))
                .checkAssert((offer, requests, prompt, corner) -> {
                    Traffic ranges = new Traffic(
                            BigDecimal.valueOf(requests),
                            BigDecimal.valueOf(requests + 1000),
                            new Range(200, 900),
                            new Range(50, 300),
                            new Range(prompt, prompt + 5000),
                            Range.exactly(100),
                            BigDecimal.ZERO,
                            false);
                    BigDecimal count = (corner & 1) == 0 ? ranges.requestsPerDayLow() : ranges.requestsPerDayHigh();
                    Traffic one = new Traffic(
                            count,
                            count,
                            end(ranges.inputTokens(), corner & 2),
                            end(ranges.outputTokens(), corner & 4),
                            end(ranges.promptTokens(), corner & 8),
                            ranges.tunedPromptTokens(),
                            BigDecimal.ZERO,
                            false);
                    Optional<BreakEven> all = costAnalysis.breakEven(quote(offer, ranges), ranges);
                    Optional<BreakEven> exact = costAnalysis.breakEven(quote(offer, one), one);
                    if (exact.isPresent() && exact.get().result() instanceof BreakEven.Result.PaysBack back) {
                        paidBack.incrementAndGet();
                        BreakEven.Result.PaysBack hull =
                                (BreakEven.Result.PaysBack) all.orElseThrow().result();
                        assertThat(isWithin(back.requests(), hull.requests())).isTrue();
                        assertThat(isWithin(back.months(), hull.months())).isTrue();
                    }
                });
        assertThat(paidBack).hasPositiveValue();
    }

    @Test
    void whereItNeverBreaksEvenNoNumberOfRequestsDoes() {
        AtomicLong never = new AtomicLong();
        qt().forAll(offers, requestsPerDay, promptTokens).checkAssert((offer, requests, prompt) -> {
            Traffic traffic = traffic(requests, prompt, prompt, BigDecimal.ZERO);
            Optional<BreakEven> comparison = costAnalysis.breakEven(quote(offer, traffic), traffic);
            if (comparison.isPresent() && comparison.get().result() instanceof BreakEven.Result.NoSaving) {
                never.incrementAndGet();
                assertThat(saved(comparison.get(), BigDecimal.TEN.pow(15))).isNegative();
            }
        });
        assertThat(never).hasPositiveValue();
    }

    @Test
    void twoModelsCostTheSameWhereTheirLinesCross() {
        AtomicLong crossed = new AtomicLong();
        qt().forAll(offers, offers, requestsPerDay).checkAssert((one, other, requests) -> {
            Traffic traffic = traffic(requests, 0, 0, BigDecimal.ZERO);
            Quote first = quote(one, traffic);
            Quote second = quote(other, traffic);
            Crossing crossing = costAnalysis
                    .crossing(first, second, traffic, BigDecimal.valueOf(6))
                    .orElse(null);
            if (crossing != null && crossing.months() != null && isExact(first) && isExact(second)) {
                crossed.incrementAndGet();
                BigDecimal months = crossing.months().low();
                BigDecimal before = months.multiply(new BigDecimal("0.99"));
                BigDecimal after = months.multiply(new BigDecimal("1.01"));
                assertThat(after(crossing.cheaperAtFirst(), before))
                        .isLessThanOrEqualTo(after(crossing.cheaperLater(), before));
                assertThat(after(crossing.cheaperLater(), after))
                        .isLessThanOrEqualTo(after(crossing.cheaperAtFirst(), after));
            }
        });
        assertThat(crossed).hasPositiveValue();
    }

    @Test
    void theDailyVolumeOfACrossingMakesBothCostTheSameOverTheHorizon() {
        AtomicLong crossed = new AtomicLong();
        qt().forAll(offers, offers, longs().between(1, 10_000)).checkAssert((one, other, requests) -> {
            Traffic traffic = traffic(requests, 0, 0, BigDecimal.ZERO);
            Quote first = quote(one, traffic);
            Quote second = quote(other, traffic);
            BreakEven.Ends volume = costAnalysis
                    .crossing(first, second, traffic, BigDecimal.valueOf(6))
                    .map(Crossing::requestsPerDay)
                    .orElse(null);
            if (volume != null && isExact(first) && isExact(second)) {
                crossed.incrementAndGet();
                Traffic there = traffic.withRequestsPerDay(volume.low());
                BigDecimal difference = after(quote(one, there), BigDecimal.valueOf(6))
                        .subtract(after(quote(other, there), BigDecimal.valueOf(6)))
                        .abs();
                assertThat(difference).isLessThan(new BigDecimal("0.000001"));
            }
        });
        assertThat(crossed).hasPositiveValue();
    }

    @Test
    void aBudgetBuysAsManyExamplesAsFitAndNotOneMore() {
        qt().forAll(
                        offers,
                        integers().between(1, 100_000),
                        longs().between(1, 4000),
                        integers().between(1, 5))
                .checkAssert((offer, cents, tokens, epochs) -> {
                    Money budget = new Money(BigDecimal.valueOf(cents, 2));
                    TrainingJob job = TrainingJob.of(1, tokens, epochs);
                    BudgetFit fit = costAnalysis
                            .fit(offer, job, budget, BudgetFit.Unknown.EXAMPLES)
                            .orElseThrow();
                    for (boolean low : new boolean[] {true, false}) {
                        long count = low ? fit.fits().low() : fit.fits().high();
                        if (count > 0) {
                            assertThat(training(offer, count, tokens, epochs, !low))
                                    .isLessThanOrEqualTo(budget);
                        }
                        // Nobody has more, so no budget buys more.
                        if (count < MOST_EXAMPLES) {
                            assertThat(training(offer, count + 1, tokens, epochs, !low))
                                    .isGreaterThan(budget);
                        }
                    }
                });
    }

    @Test
    void cachingNeverRaisesTheCostOfTheUntunedModel() {
        qt().forAll(offers, promptTokens, integers().between(0, 99), integers().between(1, 100))
                .checkAssert((offer, prompt, percent, more) -> {
                    Traffic less = traffic(100, prompt, prompt, BigDecimal.valueOf(percent, 2));
                    Traffic cached = traffic(100, prompt, prompt, BigDecimal.valueOf(Math.min(100, percent + more), 2));
                    Optional<Band> before = base(offer, less);
                    Optional<Band> after = base(offer, cached);
                    assertThat(after.isPresent()).isEqualTo(before.isPresent());
                    after.ifPresent(band -> {
                        assertThat(band.low())
                                .isLessThanOrEqualTo(before.orElseThrow().low());
                        assertThat(band.high())
                                .isLessThanOrEqualTo(before.orElseThrow().high());
                    });
                });
    }

    @Test
    void anEditionChangesPricesNeverTheJob() {
        AtomicLong dearer = new AtomicLong();
        qt().forAll(offers, longs().between(1, 1_000_000), longs().between(1, 10_000), longs().between(1, 100))
                .checkAssert((offer, examples, tokens, epochs) -> {
                    Plan plan = Plan.over(
                            TrainingJob.of(examples, tokens, epochs),
                            Traffic.of(100, 500, 200),
                            Horizon.ofMonths(DAY, 6, null));
                    Quote guide = TestPrices.quote(guideFirst.price(offer, plan));
                    Quote published = TestPrices.quote(engine.price(offer, plan));
                    assertThat(published.billedTokens()).isEqualTo(guide.billedTokens());
                    dearer.addAndGet(published.training().equals(guide.training()) ? 0 : 1);
                    LineItem ours =
                            LineItem.ofPart(guide.lines(), Part.TRAINING).getFirst();
                    LineItem theirs =
                            LineItem.ofPart(published.lines(), Part.TRAINING).getFirst();
                    if (ours.kind() == theirs.kind()) {
                        assertThat(theirs.counted()).isEqualTo(ours.counted());
                    }
                });
        assertThat(dearer).hasPositiveValue();
    }

    private static Range end(Range range, int high) {
        return Range.exactly(high == 0 ? range.low() : range.high());
    }

    private static boolean isWithin(BreakEven.Ends inner, BreakEven.Ends outer) {
        BigDecimal innerHigh = inner.high();
        BigDecimal outerHigh = outer.high();
        return inner.low().compareTo(outer.low()) >= 0
                && (outerHigh == null || (innerHigh != null && innerHigh.compareTo(outerHigh) <= 0));
    }

    /** Returns the tuned model's savings after a number of requests, at the ends that pay back first. */
    private static BigDecimal saved(BreakEven comparison, BigDecimal requests) {
        BigDecimal months = requests.divide(comparison.best().requestsPerMonth(), 40, RoundingMode.HALF_EVEN);
        BigDecimal base = comparison.base().high().usd();
        BigDecimal tuned = comparison.tuned().monthly().low().usd();
        return base.subtract(tuned)
                .multiply(months)
                .subtract(comparison.tuned().training().low().usd())
                // Ends of a month are whole requests; rounding in the fortieth digit must not decide.
                .setScale(20, RoundingMode.HALF_UP);
    }

    private static boolean isExact(Quote quote) {
        return quote.training().isExact() && quote.monthly().isExact();
    }

    private static BigDecimal after(Quote quote, BigDecimal months) {
        return quote.training().low().plus(quote.monthly().low().times(months)).usd();
    }

    private Optional<Band> base(Offer offer, Traffic traffic) {
        return costAnalysis.breakEven(quote(offer, traffic), traffic).map(BreakEven::base);
    }

    private Money training(Offer offer, long examples, long tokens, long epochs, boolean cheapEnd) {
        Band cost = TestPrices.quote(engine.price(offer, Plan.training(TrainingJob.of(examples, tokens, epochs))))
                .training();
        return cheapEnd ? cost.low() : cost.high();
    }

    private Quote quote(Offer offer, Traffic traffic) {
        Plan plan = Plan.over(TrainingJob.of(1000, 500, 3), traffic, Horizon.ofMonths(DAY, 6, null));
        return TestPrices.quote(engine.price(offer, plan));
    }

    private static Traffic traffic(long requestsPerDay, long before, long after, BigDecimal cachedShare) {
        BigDecimal requests = BigDecimal.valueOf(requestsPerDay);
        return new Traffic(
                requests,
                requests,
                Range.exactly(200),
                Range.exactly(300),
                Range.exactly(before),
                Range.exactly(after),
                cachedShare,
                false);
    }
}
