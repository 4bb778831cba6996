package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.units.Band;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The guide's figures, to the cent. */
final class GuideTest {
    private static final Plan REFERENCE = Plan.training(TrainingJob.of(1000, 500, 3));

    private final CostEngine engine = TestPrices.guide();

    @ParameterizedTest
    @CsvFileSource(resources = "/engine/guide-table.csv", useHeadersInDisplayName = true)
    void reproducesTheTable(String model, String provider, String usd) {
        Quote quote = TestPrices.firstQuote(engine, model, REFERENCE);
        assertThat(quote.training()).isEqualTo(Band.of(usd));
        assertThat(quote.offer().provider().id().value()).isEqualTo(provider);
        assertThat(quote.offer().method()).isEqualTo(Method.FULL);
        assertThat(quote.edition()).isEqualTo("guide");
        assertThat(quote.billedTokens().low()).isEqualByComparingTo("1500000");
    }

    @Test
    void loraCosts60To70PercentLessWhereTheProviderOffersIt() {
        Offer offer = TestPrices.offer(engine, "llama-3.1-8b", "together", Method.LORA);
        Quote quote = TestPrices.quote(engine.price(offer, REFERENCE));
        assertThat(quote.training()).isEqualTo(Band.of("0.216", "0.288"));
        assertThat(quote.listedTraining()).isEqualTo(Band.of("0.72"));
    }

    @Test
    void loraIsOfferedByTogetherAndGoogleButNotByOpenAi() {
        assertThat(methods("llama-3.3-70b")).containsExactly(Method.FULL, Method.LORA);
        assertThat(methods("gemini-2.0-flash")).containsExactly(Method.FULL, Method.LORA);
        assertThat(methods("gpt-4o")).containsExactly(Method.FULL);
    }

    @Test
    void aMonthOfGpt4oComesToAbout15Dollars() {
        Quote quote = TestPrices.firstQuote(engine, "gpt-4o", withTraffic());
        assertThat(quote.sum(Part.INFERENCE)).isEqualTo(Band.of("14.625"));
        assertThat(quote.unpriced()).isEmpty();
    }

    @Test
    void aMonthOfLlamaComesToUnder1Dollar() {
        assertThat(TestPrices.firstQuote(engine, "llama-3.1-8b", withTraffic()).monthly())
                .isEqualTo(Band.of("0.378"));
    }

    @Test
    void sixMonthsOfGpt4oAreTrainingAndSixTimesTheMonth() {
        Quote quote = TestPrices.firstQuote(engine, "gpt-4o", withTraffic());
        Total total = java.util.Objects.requireNonNull(quote.total());
        assertThat(total.amount()).isEqualTo(Band.of("125.25"));
        assertThat(total.cumulative())
                .containsExactly(
                        Band.of("52.125"),
                        Band.of("66.75"),
                        Band.of("81.375"),
                        Band.of("96"),
                        Band.of("110.625"),
                        Band.of("125.25"));
    }

    @Test
    void aFigureThatNoEditionHasStaysUnpriced() {
        Quote quote = TestPrices.firstQuote(engine, "gpt-4o-mini", withTraffic());
        assertThat(quote.unpriced()).containsExactly(Part.INFERENCE);
        assertThat(quote.warnings()).hasAtLeastOneElementOfType(Warning.Unpriced.class);
    }

    private static Plan withTraffic() {
        return Plan.over(
                TrainingJob.of(1000, 500, 3), Traffic.of(100, 500, 200), Horizon.ofMonths(TestPrices.TODAY, 6, null));
    }

    private List<Method> methods(String model) {
        return engine.offers().of(TestPrices.model(engine, model), Objective.SFT, null).stream()
                .map(Offer::method)
                .toList();
    }
}
