package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.longs;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.units.Band;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Laws for every job and every offer. */
final class EngineLawsTest {
    private static final List<String> MODELS =
            List.of("llama-3.1-8b", "mistral-7b", "gemini-2.0-flash", "gpt-4o", "llama-3.3-70b");

    private final CostEngine engine = TestPrices.guide();

    /** A day without any shutdown of these within the months of the laws. */
    private final CostEngine both = TestPrices.engine(LocalDate.of(2020, 1, 1), "published/", "guide.yaml");

    /** Offers with prices for both training and running. */
    private final Gen<Offer> runnable = arbitrary()
            .pick(MODELS.stream()
                    .flatMap(model -> both.offers().of(TestPrices.model(both, model), Objective.SFT, null).stream())
                    .filter(offer ->
                            quote(both, offer, 1000, 500, 3, 100).unpriced().isEmpty())
                    .toList());

    private final Gen<Offer> offers = arbitrary()
            .pick(MODELS.stream()
                    .flatMap(model -> engine.offers().of(TestPrices.model(engine, model), Objective.SFT, null).stream())
                    .toList());
    private final Gen<Long> examples = longs().between(1, 1_000_000);
    private final Gen<Long> tokens = longs().between(1, 100_000);
    private final Gen<Long> epochs = longs().between(1, 100);

    @Test
    void theTotalIsTheSumOfTheLines() {
        qt().forAll(runnable, examples, tokens, longs().between(1, 100_000))
                .checkAssert((offer, count, length, requests) -> {
                    Quote quote = quote(both, offer, count, length, 3, requests);
                    Band parts = quote.training().plus(quote.monthly());
                    assertThat(LineItem.sum(quote.lines())).isEqualTo(parts);
                    Total total = Objects.requireNonNull(quote.total());
                    assertThat(total.cumulative().getLast()).isEqualTo(total.amount());
                });
    }

    @Test
    void aLineIsItsQuantityTimesItsUnitPrice() {
        qt().forAll(offers, examples, tokens).checkAssert((offer, count, length) -> {
            for (LineItem line : quote(offer, count, length, 3, 100).lines()) {
                assertThat(line.amount())
                        .isEqualTo(line.unitPrice().of(line.counted().quantity()));
            }
        });
    }

    @Test
    void moreExamplesTokensOrEpochsNeverCostLess() {
        qt().forAll(offers, examples, tokens, epochs).checkAssert((offer, count, length, times) -> {
            Band cost = quote(offer, count, length, times, 100).training();
            assertThat(quote(offer, count + 1, length, times, 100).training().low())
                    .isGreaterThanOrEqualTo(cost.low());
            assertThat(quote(offer, count, length + 1, times, 100).training().high())
                    .isGreaterThanOrEqualTo(cost.high());
            assertThat(quote(offer, count, length, times + 1, 100).training().high())
                    .isGreaterThanOrEqualTo(cost.high());
        });
    }

    @Test
    void scalingTheTokensScalesTheTokenLines() {
        qt().forAll(offers, examples, longs().between(1, 1000)).checkAssert((offer, count, factor) -> {
            Band once = quote(offer, count, 500, 3, 100).training();
            Band scaled = quote(offer, count * factor, 500, 3, 100).training();
            assertThat(scaled).isEqualTo(once.times(BigDecimal.valueOf(factor)));
        });
    }

    @Test
    void aRangeOfExamplesCostsFromTheCostOfItsLowEndToThatOfItsHighEnd() {
        qt().forAll(offers, examples, examples).checkAssert((offer, one, other) -> {
            Range range = new Range(Math.min(one, other), Math.max(one, other));
            TrainingJob job = new TrainingJob(
                    Objective.SFT,
                    new TrainingJob.Data.Examples(range, Range.exactly(500), null, true),
                    Range.exactly(3),
                    Range.exactly(1),
                    null,
                    null);
            Band band =
                    TestPrices.quote(engine.price(offer, Plan.training(job))).training();
            assertThat(band.low())
                    .isEqualTo(quote(offer, range.low(), 500, 3, 1).training().low());
            assertThat(band.high())
                    .isEqualTo(quote(offer, range.high(), 500, 3, 1).training().high());
        });
    }

    @Test
    void servingIsAdditiveOverMonths() {
        qt().forAll(runnable, longs().between(1, 59)).checkAssert((offer, months) -> {
            Band some = total(offer, months);
            Band more = total(offer, months + 1);
            assertThat(more)
                    .isEqualTo(some.plus(quote(both, offer, 1000, 500, 3, 100).monthly()));
        });
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        qt().forAll(offers, examples, tokens)
                .checkAssert((offer, count, length) ->
                        assertThat(quote(offer, count, length, 3, 100)).isEqualTo(quote(offer, count, length, 3, 100)));
    }

    @Test
    void refusesTooManyTokensInsteadOfOverflowing() {
        Offer offer = TestPrices.offer(engine, "gpt-4o", "openai", Method.FULL);
        TrainingJob huge = TrainingJob.of(Long.MAX_VALUE, Long.MAX_VALUE, 100);
        assertThat(engine.price(offer, Plan.training(huge))).isInstanceOf(Unpriceable.TooLarge.class);
        TrainingJob beyond = new TrainingJob(
                Objective.SFT,
                new TrainingJob.Data.Dataset(Range.exactly(1_000_000_000_000_000_000L)),
                Range.exactly(1),
                Range.exactly(1),
                null,
                null);
        assertThat(engine.price(offer, Plan.training(beyond))).isInstanceOf(Unpriceable.TooLarge.class);
    }

    @Test
    void refusesZeroAndNegativeCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingJob.of(0, 500, 3))
                .withMessage("examples must be at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingJob.of(1000, -5, 3))
                .withMessage("tokens per example must be at least 1, found -5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrainingJob.of(1000, 500, 0))
                .withMessage("epochs must be at least 1, found 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Traffic.of(0, 500, 200))
                .withMessageStartingWith("requests per day must be above 0");
    }

    private Band total(Offer offer, long months) {
        Plan plan = Plan.over(
                TrainingJob.of(1000, 500, 3),
                Traffic.of(100, 500, 200),
                Horizon.ofMonths(both.prices().asOf(), months, null));
        return Objects.requireNonNull(TestPrices.quote(both.price(offer, plan)).total())
                .amount();
    }

    private Quote quote(Offer offer, long count, long length, long times, long requests) {
        return quote(engine, offer, count, length, times, requests);
    }

    private static Quote quote(CostEngine engine, Offer offer, long count, long length, long times, long requests) {
        Plan plan = Plan.over(
                TrainingJob.of(count, length, times),
                Traffic.of(requests, 500, 200),
                Horizon.ofMonths(engine.prices().asOf(), 6, null));
        return TestPrices.quote(engine.price(offer, plan));
    }
}
