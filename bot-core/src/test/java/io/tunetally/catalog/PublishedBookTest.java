package io.tunetally.catalog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published price files hold the compiled facts and the reviewed changes since, all of them and nothing else. */
class PublishedBookTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final List<NamedYaml> FILES = NamedYaml.builtIn(List.of("guide.yaml", "published/"));
    private static final Catalog CATALOG = new CatalogLoader(CLOCK).load(FILES, List.of());
    private static final PriceBook PUBLISHED = CATALOG.books().getLast();

    @Test
    void fitsTheSchema() {
        assertThat(FILES)
                .allSatisfy(file -> assertThat(PriceFileSchema.faultsOf(file)).isEmpty());
    }

    @Test
    void holdsEveryFigureOfTheFactsAndNoOther() throws IOException {
        // The facts list Together's minimum among the billing rules.
        Set<String> held = listed().stream()
                .filter(rate -> rate.figure() != Meter.MINIMUM_JOB || !isAt(rate, "together"))
                .map(PublishedBookTest::line)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(held)
                .hasSizeGreaterThan(250)
                .isEqualTo(FactChanges.applied("figures", PriceFacts.read().figures()));
    }

    @Test
    void keepsTheConfidenceOfTheFacts() throws IOException {
        assertThat(ofListed(rate -> Stream.of(rate.provenance().confidence().name())))
                .isEqualTo(FactChanges.applied(
                        "confidence",
                        ofEntries(entry -> Stream.of(entry.path("confidence").asText()))));
    }

    @Test
    void keepsTheSourcesOfTheFacts() throws IOException {
        assertThat(ofListed(rate -> sourcesOf(rate.provenance()).map(Source::id)))
                .isEqualTo(FactChanges.applied(
                        "sources",
                        ofEntries(entry -> entry.path("sources").valueStream().map(JsonNode::asText))));
    }

    @Test
    void datesASourceAsTheFactsDo() throws IOException {
        Set<String> facts = PriceFacts.read()
                .root()
                .path("sources")
                .propertyStream()
                .map(source -> source.getKey() + " "
                        + source.getValue().path("observed").asText("null"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> dated = provenances()
                .flatMap(PublishedBookTest::sourcesOf)
                .map(source -> source.id() + " " + source.observed())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(dated).isEqualTo(FactChanges.applied("days of sources", facts));
    }

    @Test
    void eachFigureIsOfOneSourceAndOfItsDay() {
        assertThat(PUBLISHED.rates()).hasSizeGreaterThan(500).allSatisfy(rate -> {
            Provenance provenance = rate.provenance();
            assertThat(provenance.sources()).as(line(rate)).hasSize(1);
            Source source = provenance.sources().getFirst();
            if (source.observed() != null) {
                assertThat(provenance.observed()).as(line(rate)).isEqualTo(source.observed());
            }
        });
    }

    @Test
    void marksEveryFigureThatIsOurs() {
        assertThat(PUBLISHED.rates().stream()
                        .filter(rate -> rate.provenance().inferred() != null)
                        .map(rate -> rate.provider() + " " + rate.figure()
                                + (rate.deployment() == Deployment.DEVELOPER ? " developer" : ""))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "openai HOSTING_HOUR",
                        "google HOSTING_HOUR",
                        "azure TRAINING developer",
                        "azure BASE_INPUT",
                        "azure BASE_CACHED",
                        "azure BASE_OUTPUT",
                        "azure BASE_INPUT developer",
                        "azure BASE_CACHED developer",
                        "azure BASE_OUTPUT developer",
                        "google TUNED_INPUT",
                        "google TUNED_CACHED",
                        "google TUNED_OUTPUT",
                        "bedrock TUNED_INPUT",
                        "bedrock TUNED_OUTPUT",
                        "bedrock HOSTING_HOUR",
                        "bedrock STORAGE_MONTH",
                        "fireworks TRAINING_HOUR",
                        "fireworks TUNED_INPUT",
                        "fireworks TUNED_OUTPUT",
                        "together MINIMUM_JOB",
                        "together GPU_HOUR",
                        "runpod GPU_HOUR",
                        "thinking-machines TRAINING",
                        "thinking-machines TUNED_INPUT",
                        "thinking-machines TUNED_CACHED",
                        "thinking-machines TUNED_OUTPUT");
    }

    @Test
    void pricesAzuresDeveloperTierAtHalfTheGlobalOne() {
        List<Rate> developer = training("azure", Deployment.DEVELOPER);
        assertThat(developer)
                .hasSize(5)
                .allSatisfy(rate -> assertThat(training("azure", Deployment.GLOBAL))
                        .filteredOn(global -> global.subject().equals(rate.subject()))
                        .singleElement()
                        .satisfies(
                                global -> assertThat(global.price().times(new BigDecimal("0.5"), new BigDecimal("0.5")))
                                        .isEqualTo(rate.price())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "bedrock"})
    void pricesTunedInferenceAsTheBaseModelWhereTheMultiplierIsOne(String provider) {
        List<Rate> tuned = PUBLISHED.rates().stream()
                .filter(rate -> isAt(rate, provider) && rate.figure().name().startsWith("TUNED_"))
                .toList();
        assertThat(tuned)
                .isNotEmpty()
                .allSatisfy(rate -> assertThat(PUBLISHED.rates())
                        .filteredOn(base ->
                                base.figure().name().equals(rate.figure().name().replace("TUNED_", "BASE_"))
                                        && base.subject().equals(rate.subject())
                                        && base.provider().equals(rate.provider())
                                        && base.variant().equals(rate.variant()))
                        .singleElement()
                        .satisfies(base -> assertThat(base.price()).isEqualTo(rate.price())));
    }

    @Test
    void bandsTogethersMinimum() {
        assertThat(PUBLISHED.rates())
                .filteredOn(rate -> rate.figure() == Meter.MINIMUM_JOB && isAt(rate, "together"))
                .extracting(rate -> rate.price().price() + " "
                        + rate.effective().from() + " " + rate.effective().until())
                // The last is gpt-oss 120B's own.
                .containsExactlyInAnyOrder(
                        "$0-$5.00 null 2026-07-19",
                        "$0-$4.00 2026-07-19 2026-09-09",
                        "$0-$4.00 2026-09-09 null",
                        "$6.00 2026-07-19 null");
    }

    @Test
    void holdsEveryLifecycleEvent() throws IOException {
        Set<String> facts = new TreeSet<>();
        PriceFacts.read().root().path("lifecycle").forEach(event -> {
            Set<String> models = new TreeSet<>();
            event.path("models").forEach(model -> models.add(model.asText().replaceAll("-\\d{4}-\\d{2}-\\d{2}$", "")));
            facts.add(
                    providerOf(event) + " " + models + " " + event.path("date").asText());
        });
        assertThat(CATALOG.lifecycle().stream()
                        .map(event -> event.provider() + " "
                                + event.models().stream()
                                        .map(ModelId::value)
                                        .collect(Collectors.toCollection(TreeSet::new))
                                + " " + event.date()))
                .containsExactlyInAnyOrderElementsOf(FactChanges.applied("lifecycle", facts));
    }

    @ParameterizedTest
    @CsvSource({
        "together, VALIDATION_TOKENS, low, 1",
        "ori, VALIDATION_TOKENS, low, 1",
        "openai, VALIDATION_TOKENS, low, 0",
        "openai, VALIDATION_TOKENS, high, 1",
        "openai, BATCH_DISCOUNT, discount, 0.5",
        "azure, JOB_PAUSE, usd, 5000"
    })
    void holdsTheBillingRules(String provider, BillingRule.Name name, String number, BigDecimal value) {
        assertThat(PUBLISHED.rules())
                .filteredOn(rule -> rule.name() == name && rule.providers().contains(new ProviderId(provider)))
                .singleElement()
                .satisfies(rule -> assertThat(rule.value(number)).isEqualByComparingTo(value));
    }

    @Test
    void leavesAmbiguousWordsToTheInterpreter() {
        Set<String> spellings = CATALOG.models().stream()
                .flatMap(model -> model.spellings().stream())
                .map(Spelling::fold)
                .collect(Collectors.toSet());
        assertThat(spellings)
                .doesNotContain("llama", "gpt", "mini", "mistral", "gemini", "qwen", "flash", "pro", "nova", "phi")
                .noneMatch(spelling -> spelling.matches("[0-9]+b?"))
                .doesNotContain("llama13b", "llama7b", "geminiflash", "geminipro", "gemma");
    }

    /** Returns a fact of every listed price, behind its provider. */
    private static Set<String> ofListed(Function<Rate, Stream<String>> fact) {
        return listed().stream()
                .flatMap(rate -> fact.apply(rate).map(one -> rate.provider() + " " + one))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ofEntries(Function<JsonNode, Stream<String>> fact) throws IOException {
        JsonNode root = PriceFacts.read().root();
        return Stream.of("entries", "gpu_hour")
                .flatMap(part -> root.path(part).valueStream())
                .flatMap(entry -> fact.apply(entry).map(one -> providerOf(entry) + " " + one))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Provenance> provenances() {
        return Stream.of(
                        PUBLISHED.rates().stream().map(Rate::provenance),
                        PUBLISHED.rules().stream().map(BillingRule::provenance),
                        CATALOG.lifecycle().stream().map(LifecycleEvent::provenance),
                        CATALOG.providers().stream()
                                .flatMap(provider -> CATALOG.availability(provider.id()).stream())
                                .map(Availability::provenance))
                .flatMap(all -> all);
    }

    private static Stream<Source> sourcesOf(Provenance provenance) {
        return Stream.concat(provenance.sources().stream(), provenance.confirmed().stream());
    }

    private static List<Rate> listed() {
        return PUBLISHED.rates().stream()
                .filter(rate -> rate.provenance().inferred() == null)
                .toList();
    }

    private static List<Rate> training(String provider, Deployment deployment) {
        return PUBLISHED.rates().stream()
                .filter(rate -> rate.figure() == Meter.TRAINING
                        && isAt(rate, provider)
                        && rate.deployment() == deployment
                        && rate.variant().isEmpty())
                .toList();
    }

    private static boolean isAt(Rate rate, String provider) {
        return rate.provider().value().equals(provider);
    }

    private static String providerOf(JsonNode fact) {
        return fact.path("provider").asText().replace("google-vertex", "google");
    }

    private static String line(Rate rate) {
        Set<String> objectives =
                rate.objectives().stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        Deployment deployment = rate.deployment();
        return String.join(
                " ",
                rate.provider().value(),
                subject(rate.subject()),
                rate.figure().name(),
                rate.methods().stream().map(Enum::name).collect(Collectors.joining()),
                objectives.isEmpty() ? "" : objectives.toString(),
                deployment == null ? "" : deployment.name().toLowerCase(Locale.ROOT),
                rate.variant(),
                rate.effective().until() == null ? "" : "was",
                PriceFacts.plain(rate.price().price().high().usd()));
    }

    private static String subject(PriceScope priceScope) {
        return switch (priceScope) {
            case PriceScope.OfModel model -> model.model().value();
            case PriceScope.OfAny _ -> "any";
            case PriceScope.OfSize size ->
                (size.overBillion() == null
                                ? ""
                                : ">" + requireNonNull(size.overBillion()).toPlainString())
                        + (size.upToBillion() == null
                                ? ""
                                : "<=" + requireNonNull(size.upToBillion()).toPlainString());
        };
    }
}
