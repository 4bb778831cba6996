package io.tunetally.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's price file says what the guide says. */
class GuideBookTest {
    private static final List<NamedYaml> FILES = NamedYaml.builtIn(List.of("guide.yaml"));
    private static final Catalog CATALOG = new CatalogLoader(
                    Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC))
            .load(FILES, List.of());
    private static final PriceBook GUIDE = CATALOG.books().getFirst();

    @Test
    void fitsTheSchema() {
        assertThat(FILES)
                .allSatisfy(file -> assertThat(PriceFileSchema.faultsOf(file)).isEmpty());
    }

    @Test
    void holdsTheSevenRowsOfTheTable() {
        Quantity tokens = Quantity.of(1_000 * 500 * 3, Unit.TOKEN);
        assertThat(GUIDE.rates())
                .filteredOn(rate -> rate.figure() == Meter.TRAINING)
                .extracting(rate -> rate.provider() + " " + ((PriceScope.OfModel) rate.subject()).model() + " "
                        + rate.methods() + " " + rate.price().of(tokens))
                .containsExactlyInAnyOrder(
                        "together llama-3.1-8b [FULL] $0.72",
                        "together mistral-7b [FULL] $0.72",
                        "google gemini-2.0-flash [FULL] $3.00",
                        "openai gpt-4o-mini [FULL] $4.50",
                        "openai gpt-4.1-mini [FULL] $6.00",
                        "together llama-3.3-70b [FULL] $7.50",
                        "openai gpt-4o [FULL] $37.50");
    }

    @Test
    void holdsTheGuidesRules() {
        Map<BillingRule.Name, BillingRule> rules =
                GUIDE.rules().stream().collect(Collectors.toMap(BillingRule::name, rule -> rule));
        assertThat(rules.get(BillingRule.Name.LORA_DISCOUNT))
                .extracting(rule -> rule.providers() + "")
                .asString()
                .contains("together", "fireworks", "google")
                .doesNotContain("openai");
        assertThat(rules.get(BillingRule.Name.LORA_DISCOUNT))
                .extracting(rule -> rule.value("low") + "-" + rule.value("high"))
                .isEqualTo("0.6-0.7");
        assertThat(rules.get(BillingRule.Name.TUNED_INFERENCE_MULTIPLIER))
                .extracting(rule -> rule.value("low") + "-" + rule.value("high"))
                .isEqualTo("1.5-2");
    }

    @Test
    void marksFiguresThatTheGuideDoesNotState() {
        assertThat(GUIDE.rates())
                .filteredOn(rate -> rate.provenance().inferred() != null)
                .extracting(rate -> rate.figure() + " " + rate.price().price() + " "
                        + rate.provenance().sources().getFirst().id())
                .containsExactlyInAnyOrder("TUNED_INPUT $0.18 litellm", "TUNED_OUTPUT $0.18 litellm");
    }

    @Test
    void takesTheOverlayThatTheGuideShows() {
        String shown = FILES.getFirst()
                .text()
                .lines()
                .dropWhile(line -> !line.startsWith("#   schema: "))
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).replaceFirst("^ {3}", ""))
                .collect(Collectors.joining("\n"));
        assertThat(ShippedBooks.load(new NamedYaml("local.yaml", shown)).books())
                .first()
                .satisfies(book -> assertThat(book.title()).isEqualTo("Our negotiated prices"));
    }

    @ParameterizedTest
    @CsvSource({
        "llama 8b, llama-3.1-8b",
        "8b llama, llama-3.1-8b",
        "Llama-3.1-8B-Instruct, llama-3.1-8b",
        "meta-llama/Meta-Llama-3.1-8B-Instruct, llama-3.1-8b",
        "llama3.1:8b, llama-3.1-8b",
        "llama 70b, llama-3.3-70b",
        "mistralai/Mistral-7B-Instruct-v0.3, mistral-7b",
        "4o mini, gpt-4o-mini",
        "gpt4o-mini, gpt-4o-mini",
        "chatgpt 4o mini, gpt-4o-mini",
        "gpt-4o-mini-2024-07-18, gpt-4o-mini",
        "GPT 4.1 Mini, gpt-4.1-mini",
        "gemini 2 flash, gemini-2.0-flash",
        "ft:gpt-4o-2024-08-06, gpt-4o"
    })
    void knowsManySpellings(String spelling, String model) {
        assertThat(named(spelling)).containsExactly(model);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"llama", "gpt", "mini", "mistral", "gemini", "flash", "8b", "7b", "70b", "4.1", "gemini flash"})
    void leavesAmbiguousWordsToTheInterpreter(String word) {
        assertThat(named(word)).isEmpty();
    }

    private static List<String> named(String spelling) {
        return CATALOG.models().stream()
                .filter(model -> model.spellings().stream()
                        .anyMatch(known -> Spelling.fold(known).equals(Spelling.fold(spelling))))
                .map(model -> model.id().value())
                .toList();
    }
}
