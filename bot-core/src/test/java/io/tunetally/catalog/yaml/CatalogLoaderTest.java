package io.tunetally.catalog.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Serving;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.Spelling;
import io.tunetally.units.Band;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogLoaderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final ProviderId ACME = new ProviderId("acme");
    private static final NamedYaml BUILT_IN = new NamedYaml("built-in.yaml", """
            schema: tunetally-pricebook/1
            edition: shipped
            title: The shipped prices
            sources:
              page: {title: A page, url: "https://example.com/prices", observed: 2026-10-01}
              memo: {title: A memo}
            providers:
              - {id: acme, name: Acme, aliases: [acme ai], offers_lora: false, method_note: no choice}
            models:
              - {id: big-1, name: Big 1, billion_parameters: 70.0, open: true, aliases: [big one]}
            lifecycle:
              - {provider: acme, models: [big-1], kind: shut-down, date: 2027-01-01, text: ends, sources: [page], confidence: B}
              - {provider: acme, kind: deprecated, date: null, text: will end, sources: [memo], confidence: C}
            rules:
              - {rule: lora-discount, providers: [acme], low: 0.6, high: 0.7, sources: [page], confidence: B}
            prices:
              - model: big-1
                provider: acme
                deployment: global
                objectives: [sft, dpo]
                training: {full: 25.00, lora: null}
                minimum: {low: 0, high: 4.00}
                tuned: {input: 3.75, output: 15.00}
                hosting_hour: 1.70
                sources: [page]
                confidence: A
              - {any: true, provider: acme, gpu_hour: {h100: 8.00, a100_80: 5.04}, sources: [memo], confidence: C, inferred: guessed}
            """);

    private static final String LATER = """
            lifecycle:
              - {provider: acme, models: [big-1], kind: shut-down, date: 2027-06-01, text: later, sources: [memo], confidence: B}
            """;

    @Test
    void flattensAnEntryIntoOneRateAFigure() {
        assertThat(rates(load()))
                .extracting(rate -> rate.figure() + " " + rate.variant() + " " + rate.price())
                .containsExactlyInAnyOrder(
                        "TRAINING  $25.00 per 1000000 token",
                        "MINIMUM_JOB  $0-$4.00 per 1 job",
                        "TUNED_INPUT  $3.75 per 1000000 token",
                        "TUNED_OUTPUT  $15.00 per 1000000 token",
                        "HOSTING_HOUR  $1.70 per 1 hour",
                        "GPU_HOUR h100 $8.00 per 1 GPU-hour",
                        "GPU_HOUR a100_80 $5.04 per 1 GPU-hour");
    }

    @Test
    void tiesOnlyTrainingToMethodAndObjective() {
        Rate training = rate(load(), Meter.TRAINING);
        assertThat(training.methods()).containsExactly(Method.FULL);
        assertThat(training.objectives()).containsExactlyInAnyOrder(Objective.SFT, Objective.DPO);
        Rate hosting = rate(load(), Meter.HOSTING_HOUR);
        assertThat(hosting.methods()).isEmpty();
        assertThat(hosting.objectives()).isEmpty();
        assertThat(hosting.deployment()).isEqualTo(Deployment.GLOBAL);
    }

    @Test
    void takesTheDateOfTheFirstSourceWhereAnEntryHasNone() {
        assertThat(rate(load(), Meter.TRAINING).provenance().observed()).isEqualTo(LocalDate.of(2026, 10, 1));
        Provenance undated = rate(load(), Meter.GPU_HOUR).provenance();
        assertThat(undated.observed()).isNull();
        assertThat(undated.inferred()).isEqualTo("guessed");
    }

    @Test
    void readsModelsProvidersEventsAndRules() {
        Catalog catalog = load();
        assertThat(catalog.models()).singleElement().satisfies(model -> {
            assertThat(model.billionParameters()).isEqualByComparingTo("70");
            assertThat(model.open()).isTrue();
        });
        assertThat(catalog.providers()).singleElement().satisfies(provider -> {
            assertThat(provider.offersLora()).isFalse();
            assertThat(provider.methodNote()).isEqualTo("no choice");
        });
        assertThat(catalog.lifecycle())
                .extracting(LifecycleEvent::kind, LifecycleEvent::date)
                .containsExactly(
                        tuple(LifecycleEvent.Kind.SHUT_DOWN, LocalDate.of(2027, 1, 1)),
                        tuple(LifecycleEvent.Kind.DEPRECATED, null));
        assertThat(catalog.books().getFirst().rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.value("high")).isEqualByComparingTo("0.7"));
    }

    @Test
    void readsOffers() {
        Catalog catalog = load(overlay("shipped", """
                offers:
                  - {provider: acme, models: [big-1], methods: [lora, full], objectives: [sft], serving: [serverless, download], effective: {from: 2026-07-01}, sources: [page], confirmed: [memo], confidence: B}
                """));
        assertThat(catalog.availability(ACME)).singleElement().satisfies(offer -> {
            assertThat(offer.models()).containsExactly(new ModelId("big-1"));
            assertThat(offer.methods()).containsExactlyInAnyOrder(Method.LORA, Method.FULL);
            assertThat(offer.objectives()).containsExactly(Objective.SFT);
            assertThat(offer.serving()).containsExactlyInAnyOrder(Serving.SERVERLESS, Serving.DOWNLOAD);
            assertThat(offer.effective().from()).isEqualTo(LocalDate.of(2026, 7, 1));
            assertThat(offer.provenance().sources()).extracting(Source::id).containsExactly("page");
            assertThat(offer.provenance().confirmed()).extracting(Source::id).containsExactly("memo");
            assertThat(offer.provenance().observed()).isEqualTo(LocalDate.of(2026, 10, 1));
        });
        assertThat(catalog.availability(new ProviderId("other"))).isEmpty();
    }

    @Test
    void leavesOpenHowAModelRunsWhereNoSourceSaysSo() {
        Catalog catalog = load(overlay("shipped", """
                offers:
                  - {provider: acme, models: [big-1], methods: [full], objectives: [sft], sources: [page], confidence: B}
                """));
        assertThat(catalog.availability(ACME))
                .singleElement()
                .satisfies(offer -> assertThat(offer.serving()).isNull());
    }

    @Test
    void letsAnOverlayReplaceTheOffersOfAModel() {
        NamedYaml shipped = overlay("shipped", """
                models:
                  - {id: small-1, name: Small 1}
                offers:
                  - {provider: acme, models: [big-1, small-1], methods: [full], objectives: [sft], sources: [page], confidence: B}
                  - {provider: acme, models: [big-1], methods: [full], objectives: [dpo], sources: [page], confidence: B}
                """);
        NamedYaml mine = overlay("mine", """
                offers:
                  - {provider: acme, models: [big-1], methods: [lora], objectives: [sft], sources: [memo], confidence: A}
                """);
        assertThat(new CatalogLoader(CLOCK)
                        .load(List.of(BUILT_IN, shipped), List.of(mine))
                        .availability(ACME))
                .extracting(offer -> offer.models() + " " + offer.methods() + " " + offer.objectives())
                .containsExactlyInAnyOrder("[small-1] [FULL] [SFT]", "[big-1] [LORA] [SFT]");
    }

    @Test
    void readsWhoConfirmsAPriceWhenItWasSeenAgainAndItsWords() {
        Catalog catalog = load(overlay("shipped", """
                prices:
                  - {model: big-1, provider: acme, storage_month: 1950.00, sources: [page], confirmed: [memo], checked: 2026-11-20, confidence: A, quote: "storage $1,950 a month"}
                """));
        Provenance provenance = rate(catalog, Meter.STORAGE_MONTH).provenance();
        assertThat(provenance.sources()).extracting(Source::id).containsExactly("page");
        assertThat(provenance.confirmed()).extracting(Source::id).containsExactly("memo");
        assertThat(provenance.observed()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(provenance.checked()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(provenance.lastSeen()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(provenance.quote()).isEqualTo("storage $1,950 a month");
        Provenance plain = rate(catalog, Meter.HOSTING_HOUR).provenance();
        assertThat(plain.confirmed()).isEmpty();
        assertThat(plain.lastSeen()).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @Test
    void letsAnOverlayReplaceOnePriceAndKeepTheOthers() {
        Catalog catalog = load(overlay("shipped", """
                prices:
                  - {model: big-1, provider: acme, deployment: global, objectives: [sft, dpo], training: {full: 20.00}, sources: [page], confidence: A}
                """));
        assertThat(rate(catalog, Meter.TRAINING).price().price()).isEqualTo(Band.of("20.00"));
        assertThat(rates(catalog)).hasSize(7);
    }

    @Test
    void letsAnOverlayReplaceThePriceOfOneObjective() {
        Catalog catalog = load(overlay("shipped", """
                prices:
                  - {model: big-1, provider: acme, deployment: global, objectives: [sft], training: {full: 20.00}, effective: {from: 2027-01-01}, sources: [page], confidence: A}
                """));
        assertThat(rates(catalog))
                .filteredOn(rate -> rate.figure() == Meter.TRAINING)
                .extracting(rate -> rate.objectives() + " " + rate.price().price() + " "
                        + rate.effective().from() + " " + rate.effective().until())
                .containsExactlyInAnyOrder(
                        "[DPO] $25.00 null null", "[SFT] $25.00 null 2027-01-01", "[SFT] $20.00 2027-01-01 null");
    }

    @Test
    void letsAnOverlayTakeSomeDaysOnly() {
        Catalog catalog = load(overlay("shipped", """
                prices:
                  - {any: true, provider: acme, gpu_hour: {h100: 9.00}, effective: {from: 2026-12-01, until: 2027-01-01}, sources: [page], confidence: A}
                """));
        assertThat(rates(catalog))
                .filteredOn(rate -> rate.variant().equals("h100"))
                .extracting(rate -> rate.price().price().low().toDecimal() + " "
                        + rate.effective().from() + " " + rate.effective().until())
                .containsExactlyInAnyOrder(
                        "8.00 null 2026-12-01", "8.00 2027-01-01 null", "9.00 2026-12-01 2027-01-01");
    }

    @Test
    void letsAnOverlayReplaceDefinitionsRulesAndEvents() {
        Catalog catalog = load(overlay("shipped", """
                models:
                  - {id: big-1, name: Big 1, aliases: [the big one]}
                rules:
                  - {rule: lora-discount, providers: [acme], low: 0.5, high: 0.5, sources: [memo], confidence: C}
                lifecycle:
                  - {provider: acme, models: [big-1], kind: shut-down, date: 2027-06-01, text: later, sources: [memo], confidence: B}
                """));
        assertThat(catalog.models())
                .singleElement()
                .satisfies(model -> assertThat(model.aliases()).containsExactly("the big one"));
        assertThat(catalog.books().getFirst().rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.value("low")).isEqualByComparingTo("0.5"));
        assertThat(catalog.lifecycle()).extracting(LifecycleEvent::text).containsExactlyInAnyOrder("will end", "later");
    }

    @Test
    void letsAnOverlaysEventReplaceTheBuiltInOneForItsModelsOnly() {
        NamedYaml two = new NamedYaml(
                "built-in.yaml",
                BUILT_IN.text()
                        .replace("models: [big-1], kind", "models: [big-1, big-2], kind")
                        .replace("models:\n", "models:\n  - {id: big-2, name: Big 2, open: false, aliases: []}\n"));
        Catalog catalog = new CatalogLoader(CLOCK).load(List.of(two), List.of(overlay("mine", LATER)));
        assertThat(catalog.lifecycle())
                .extracting(LifecycleEvent::text, event -> event.models().toString())
                .containsExactlyInAnyOrder(
                        tuple("ends", "[big-2]"), tuple("will end", "[]"), tuple("later", "[big-1]"));
    }

    @Test
    void letsAnImportsEventReplaceNothingUntilItsEditionIsListed() {
        List<NamedYaml> imported = List.of(overlay("import", "imported: true\n" + LATER));
        CatalogLoader loader = new CatalogLoader(CLOCK);
        assertThat(loader.load(List.of("shipped"), List.of(BUILT_IN), imported).lifecycle())
                .extracting(LifecycleEvent::text)
                .containsExactlyInAnyOrder("ends", "will end");
        assertThat(loader.load(List.of("shipped", "import"), List.of(BUILT_IN), imported)
                        .lifecycle())
                .extracting(LifecycleEvent::text)
                .containsExactlyInAnyOrder("later", "will end");
    }

    @Test
    void letsAnImportAddTheEventsThatNoOtherFileHas() {
        NamedYaml imported = overlay("import", "imported: true\n" + LATER.replace("shut-down", "no-new-jobs"));
        assertThat(new CatalogLoader(CLOCK)
                        .load(List.of(), List.of(BUILT_IN), List.of(imported))
                        .lifecycle())
                .extracting(LifecycleEvent::text)
                .containsExactlyInAnyOrder("ends", "will end", "later");
    }

    @Test
    void looksUpAnOverlaysOwnEditionFirst() {
        NamedYaml local = overlay("local", """
                prices:
                  - {model: big-1, provider: acme, training: {full: 1}, sources: [memo], confidence: A}
                """);
        assertThat(editions(load(local))).containsExactly("local", "shipped");
    }

    @Test
    void putsEditionsInTheOrderOfTheCaller() {
        NamedYaml local = overlay("local", "");
        NamedYaml other = overlay("other", "");
        Catalog catalog =
                new CatalogLoader(CLOCK).load(List.of("shipped", "local"), List.of(BUILT_IN), List.of(local, other));
        assertThat(editions(catalog)).containsExactly("other", "shipped", "local");
    }

    @Test
    void looksUpAnImportLastUnlessTheCallerOrdersIt() {
        NamedYaml local = overlay("local", "");
        NamedYaml imported = overlay("fetched", "imported: true\n");
        assertThat(editions(load(imported, local))).containsExactly("local", "shipped", "fetched");
        assertThat(editions(new CatalogLoader(CLOCK)
                        .load(List.of("fetched", "shipped"), List.of(BUILT_IN), List.of(imported, local))))
                .containsExactly("local", "fetched", "shipped");
    }

    @Test
    void takesAnEditionForAnImportOnlyWhereAllItsFilesAre() {
        NamedYaml byHand = overlay("fetched", "");
        NamedYaml imported = overlay("fetched", "imported: true\n");
        assertThat(editions(load(imported, byHand))).containsExactly("fetched", "shipped");
        assertThat(load(imported, byHand).books().getFirst().imported()).isFalse();
        assertThat(load(imported).books().getLast().imported()).isTrue();
        assertThat(editions(load(overlay("shipped", "imported: true\n")))).containsExactly("shipped");
    }

    @Test
    void readsTwoFilesAsOneEdition() {
        NamedYaml second = overlay("shipped", """
                prices:
                  - {model: big-1, provider: acme, storage_month: 2, sources: [memo], confidence: A}
                """);
        Catalog catalog = new CatalogLoader(CLOCK).load(List.of(BUILT_IN, second), List.of());
        assertThat(editions(catalog)).containsExactly("shipped");
        assertThat(rates(catalog)).hasSize(8);
    }

    @Test
    void namesABuiltInFileThatIsNotThere() {
        assertThat(catchThrowable(() -> NamedYaml.builtIn(List.of("gide.yaml"))))
                .isInstanceOf(CatalogException.class)
                .hasMessage("gide.yaml: no such built-in price file; check its name");
    }

    @Test
    void foldsCaseAndSeparators() {
        assertThat(Set.of("llama3.1:8b", "Llama 3.1 8B", "LLAMA_3-1-8b"))
                .allSatisfy(spelling -> assertThat(Spelling.fold(spelling)).isEqualTo("llama318b"));
    }

    private static Catalog load(NamedYaml... overlay) {
        return new CatalogLoader(CLOCK).load(List.of(BUILT_IN), List.of(overlay));
    }

    private static NamedYaml overlay(String edition, String rest) {
        return new NamedYaml(
                edition + "-overlay.yaml", "schema: tunetally-pricebook/1\nedition: " + edition + "\n" + rest);
    }

    private static List<String> editions(Catalog catalog) {
        return catalog.books().stream().map(PriceBook::edition).toList();
    }

    private static List<Rate> rates(Catalog catalog) {
        return catalog.books().getFirst().rates();
    }

    private static Rate rate(Catalog catalog, Meter figure) {
        return rates(catalog).stream()
                .filter(rate -> rate.figure() == figure)
                .findFirst()
                .orElseThrow();
    }
}
