package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Serving;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider's list says what it trains and how the result runs; a price by size says neither. */
class AvailabilityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final NamedYaml BOOK = new NamedYaml("book.yaml", """
            schema: tunetally-pricebook/1
            edition: book
            title: A book
            sources: {page: {title: A page}}
            providers:
              - {id: acme, name: Acme, offers_lora: true}
              - {id: plain, name: Plain, offers_lora: true}
            models:
              - {id: listed-8b, name: Listed 8B, billion_parameters: 8, open: true}
              - {id: token-8b, name: Token 8B, billion_parameters: 8, open: true}
              - {id: shelf-8b, name: Shelf 8B, billion_parameters: 8, open: true}
              - {id: silent-8b, name: Silent 8B, billion_parameters: 8, open: true}
              - {id: named-8b, name: Named 8B, billion_parameters: 8, open: true}
              - {id: other-8b, name: Other 8B, billion_parameters: 8, open: true}
            offers:
              - {provider: acme, models: [listed-8b], methods: [lora], objectives: [sft], serving: [dedicated], effective: {from: 2026-07-01}, sources: [page], confidence: B}
              - {provider: acme, models: [token-8b], methods: [lora], objectives: [sft], serving: [serverless], sources: [page], confidence: B}
              - {provider: acme, models: [shelf-8b], methods: [lora, full], objectives: [sft, dpo], serving: [download], sources: [page], confidence: B}
              - {provider: acme, models: [silent-8b], methods: [lora], objectives: [sft], sources: [page], confidence: B}
            rules:
              - {rule: tuned-inference-multiplier, low: 1.5, high: 2, sources: [page], confidence: B}
            prices:
              - {size: {up_to: 16}, provider: acme, training: {lora: 0.50, full: 1.00}, sources: [page], confidence: B}
              - {size: {up_to: 16}, provider: plain, training: {lora: 0.60}, sources: [page], confidence: B}
              - {model: named-8b, provider: acme, training: {lora: 0.70}, tuned: {input: 0.20, output: 0.20}, sources: [page], confidence: B}
              - {any: true, provider: acme, base: {input: 0.10, output: 0.10}, sources: [page], confidence: B}
              - {any: true, provider: acme, deployment: dedicated, gpu_hour: {h100: 4.00}, sources: [page], confidence: B}
            """);

    private final Catalog catalog = new CatalogLoader(
                    Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC))
            .load(List.of(BOOK), List.of());
    private final CostEngine engine = new CostEngine(new Prices(catalog, TODAY));

    @ParameterizedTest
    @CsvSource({
        // model, provider, method, objective, can be started
        "listed-8b, acme, LORA, SFT, true",
        "listed-8b, acme, FULL, SFT, false",
        "listed-8b, acme, LORA, DPO, false",
        "shelf-8b, acme, FULL, DPO, true",
        "other-8b, acme, LORA, SFT, false",
        // A price of the model's own is an offer; a provider without a list offers what it prices.
        "named-8b, acme, LORA, SFT, true",
        "other-8b, plain, LORA, SFT, true"
    })
    void aPriceBySizeIsNoOfferWhereTheProviderHasAList(
            String model, String provider, Method method, Objective objective, boolean open) {
        assertThat(engine.offers().canStart(offer(model, provider, method), objective))
                .isEqualTo(open);
    }

    @Test
    void aModelThatIsNotOnTheListIsStillPricedWhenNamed() {
        List<Offer> offers =
                engine.offers().of(catalog.model(new ModelId("other-8b")).orElseThrow(), Objective.SFT, null);
        assertThat(offers)
                .extracting(offer -> offer.provider().id().value() + " " + offer.method())
                .containsExactlyInAnyOrder("acme LORA", "acme FULL", "plain LORA");
        Quote quote = price("other-8b", Method.LORA, false);
        assertThat(quote.training().low().usd()).isEqualByComparingTo("0.75");
        assertThat(quote.warnings())
                .filteredOn(Warning.Unlisted.class::isInstance)
                .hasSize(1);
        assertThat(price("named-8b", Method.LORA, false).warnings()).noneMatch(Warning.Unlisted.class::isInstance);
    }

    @Test
    void theListHoldsOnItsDaysOnly() {
        Offers before = new Offers(new Prices(catalog, LocalDate.of(2026, 6, 30)));
        assertThat(before.canStart(offer("listed-8b", "acme", Method.LORA), Objective.SFT))
                .isFalse();
        assertThat(before.canStart(offer("token-8b", "acme", Method.LORA), Objective.SFT))
                .isTrue();
    }

    @Test
    void aModelRunsInAWayThatIsSold() {
        assertThat(engine.offers().serving(offer("token-8b", "acme", Method.LORA), Objective.SFT))
                .contains(java.util.Set.of(Serving.SERVERLESS));
        // 3,000 requests of 1,000 tokens at $0.15 to $0.20 a million: the base price times 1.5 to 2.
        assertThat(price("token-8b", Method.LORA, true).monthly().low().usd()).isEqualByComparingTo("0.45");
        // 720 hours of one H100 at $4.00, whatever the base model costs per token.
        assertThat(price("listed-8b", Method.LORA, true).monthly().low().usd()).isEqualByComparingTo("2880");
        assertThat(price("named-8b", Method.LORA, true).monthly().low().usd()).isEqualByComparingTo("0.6");
    }

    @Test
    void aDownloadedModelIsRunElsewhere() {
        Quote quote = price("shelf-8b", Method.LORA, true);
        assertThat(quote.unpriced()).containsExactly(Part.INFERENCE);
        assertThat(quote.total()).isNull();
        assertThat(quote.warnings())
                .contains(new Warning.NotServed(quote.offer().provider(), true))
                .noneMatch(Warning.Unpriced.class::isInstance);
    }

    @Test
    void noGuessIsMadeWhereNoSourceSaysHowTheModelRuns() {
        Quote quote = price("silent-8b", Method.LORA, true);
        assertThat(quote.lines())
                .filteredOn(line -> line.part() == Part.INFERENCE)
                .allMatch(line -> line.kind() == LineItem.Kind.DEDICATED_GPUS);
        assertThat(quote.lines()).noneMatch(line -> line.kind() == LineItem.Kind.INPUT);
    }

    private Quote price(String model, Method method, boolean runs) {
        Traffic traffic = new Traffic(
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(100),
                Range.exactly(800),
                Range.exactly(200),
                Range.exactly(0),
                Range.exactly(0),
                BigDecimal.ZERO,
                false);
        Plan plan = new Plan(
                TrainingJob.of(1000, 500, 3),
                runs ? traffic : null,
                runs ? Horizon.ofMonths(TODAY, 6, null) : null,
                1,
                Plan.GpuSetup.USUAL);
        return TestPrices.quote(engine.price(offer(model, "acme", method), plan));
    }

    private Offer offer(String model, String provider, Method method) {
        return new Offer(
                catalog.model(new ModelId(model)).orElseThrow(),
                catalog.provider(new ProviderId(provider)).orElseThrow(),
                method,
                null);
    }
}
