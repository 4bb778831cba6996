package io.tunetally.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Batch jobs only where they are cheaper, prices for long contexts, and the rollouts of reinforcement fine-tuning. */
class BatchAndContextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final NamedYaml BOOK = new NamedYaml("book.yaml", """
            schema: tunetally-pricebook/1
            edition: book
            title: A book
            sources: {page: {title: A page}}
            providers: [{id: acme, name: Acme, offers_lora: true}, {id: plain, name: Plain, offers_lora: true}]
            models: [{id: one, name: One, open: false}]
            rules:
              - {rule: batch-discount, providers: [acme], discount: 0.5, sources: [page], confidence: B}
            prices:
              - {model: one, provider: acme, training: {lora: 1.00}, tuned: {input: 1.00, cached: 0.10, output: 4.00}, sources: [page], confidence: B}
              - {model: one, provider: acme, variant: over-200k, tuned: {input: 2.00, output: 8.00}, sources: [page], confidence: B}
              - {model: one, provider: plain, training: {lora: 1.00}, tuned: {input: 1.00, output: 4.00}, sources: [page], confidence: B}
            """);

    private final Catalog catalog = new CatalogLoader(
                    Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC))
            .load(List.of(BOOK), List.of());
    private final CostEngine engine = new CostEngine(new Prices(catalog, TODAY));

    @Test
    void batchHalvesThePriceOfPlainRequests() {
        // 3,000 requests of 1,000 tokens in at $0.50 and 100 out at $2.00.
        Quote quote = price("acme", traffic(1000, 0, "0", true), Objective.SFT, null);
        assertThat(quote.monthly()).hasToString("$2.10");
        assertThat(quote.warnings()).noneMatch(Warning.NoBatch.class::isInstance);
    }

    @Test
    void aCachedPromptCanMakeBatchTheDearerWay() {
        // One by one: 3,000 x (1,000 x $1 + 9,000 x $0.10 + 100 x $4) a million = $6.90; as batch without a cache
        // 3,000 x (10,000 x $0.50 + 100 x $2.00) a million = $15.60.
        Quote quote = price("acme", traffic(1000, 9000, "1", true), Objective.SFT, null);
        assertThat(quote.monthly()).hasToString("$6.90");
        assertThat(quote.warnings()).contains(new Warning.NoBatch(quote.offer().provider()));
    }

    @Test
    void aProviderWithoutABatchPriceIsNamed() {
        Quote quote = price("plain", traffic(1000, 0, "0", true), Objective.SFT, null);
        assertThat(quote.monthly()).hasToString("$4.20");
        assertThat(quote.warnings()).contains(new Warning.NoBatch(quote.offer().provider()));
        assertThat(price("plain", traffic(1000, 0, "0", false), Objective.SFT, null)
                        .warnings())
                .isEmpty();
    }

    @Test
    void requestsAboveASizeHaveThePriceOfLongContexts() {
        // 3,000 x (150,000 + 50,000 = 200,000 tokens at $1 + 100 at $4), and one token more at $2 and $8.
        assertThat(price("acme", traffic(150_000, 50_000, "0", false), Objective.SFT, null)
                        .monthly())
                .hasToString("$601.20");
        assertThat(price("acme", traffic(150_000, 50_001, "0", false), Objective.SFT, null)
                        .monthly())
                .hasToString("$1,202.406");
    }

    @Test
    void rolloutsAreBilledOnTopWhereTheirNumberIsGivenAndNamedWhereItIsNot() {
        // 1,500,000 trained tokens at $1.00, 2,000,000 sampled ones at $4.00.
        Quote given = price("plain", null, Objective.RFT, 2_000_000L);
        assertThat(given.training()).hasToString("$9.50");
        assertThat(given.warnings()).noneMatch(Warning.Rollouts.class::isInstance);
        Quote unknown = price("plain", null, Objective.RFT, null);
        assertThat(unknown.training()).hasToString("$1.50");
        assertThat(unknown.warnings())
                .contains(new Warning.Rollouts(unknown.offer().provider()));
        assertThat(price("plain", null, Objective.SFT, 2_000_000L).training()).hasToString("$1.50");
    }

    private static Traffic traffic(long input, long prompt, String cachedShare, boolean batch) {
        return new Traffic(
                BigDecimal.valueOf(100),
                BigDecimal.valueOf(100),
                Range.exactly(input),
                Range.exactly(100),
                Range.exactly(prompt),
                Range.exactly(prompt),
                new BigDecimal(cachedShare),
                batch);
    }

    private Quote price(String provider, @Nullable Traffic traffic, Objective objective, @Nullable Long rollouts) {
        TrainingJob job = new TrainingJob(
                objective,
                TrainingJob.of(1000, 500, 3).data(),
                Range.exactly(3),
                Range.exactly(1),
                null,
                null,
                rollouts);
        Offer offer = new Offer(
                catalog.model(new ModelId("one")).orElseThrow(),
                catalog.provider(new ProviderId(provider)).orElseThrow(),
                Method.LORA,
                null);
        return TestPrices.quote(engine.price(offer, new Plan(job, traffic, null, 1, Plan.GpuSetup.USUAL)));
    }
}
