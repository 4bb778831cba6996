package io.tunetally.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.PriceFileSchema;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.RealLists;
import io.tunetally.catalog.ShippedBooks;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.NamedYaml;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteLlmImportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Catalog SHIPPED = ShippedBooks.load();
    private static final ImportedEdition REAL = new LiteLlmImport(
                    SHIPPED, GenAiPrices.read(RealLists.GENAI, SHIPPED, TODAY))
            .read(RealLists.LITELLM, "litellm", TODAY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ft:gpt-4o-2024-11-20 | cache_creation_input_token_cost instead of cache_read_input_token_cost",
                "ft:babbage-002 | tuned batch input per 1M tokens $0.20 is not the provider's batch discount on $1.60, $0.80",
                "ft:davinci-002 | tuned batch input per 1M tokens $1.00 is not the provider's batch discount on $12.00, $6.00",
                "gemini-2.0-flash | base input per 1M tokens $0.10 but gemini-2.0-flash-001 has $0.15, as the edition published"
                        + " does; it is the price of gemini/gemini-2.0-flash",
                "gemini/gemini-1.5-flash | base output per 1M tokens is 0, which looks like a missing price",
                "davinci-002 | base input per 1M tokens $2.00 differs 10 times from $20.00 of the second source"
            })
    void refusesTheKnownDefectsOfTheRealListByName(String row, String reason) {
        assertThat(REAL.refused())
                .filteredOn(refusal -> refusal.row().equals(row))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o | openai | TUNED_INPUT |  | 3.75",
                "gpt-4o | openai | TUNED_CACHED |  | 1.875",
                "gpt-4o | openai | TUNED_BATCH_OUTPUT |  | 7.5",
                "gpt-4o-mini | openai | BASE_INPUT |  | 0.15",
                "gemini-2.0-flash | google | BASE_INPUT |  | 0.15",
                "gemini-2.0-flash | google | BASE_INPUT | gemini-api | 0.1",
                "gemini-2.5-pro | google | BASE_OUTPUT | over-200k | 15",
                "llama-3.1-8b | together | BASE_INPUT |  | 0.18",
                "nova-micro | bedrock | BASE_INPUT |  | 0.035"
            })
    void takesTheGoodRowsOfTheRealList(String model, String provider, Meter figure, String variant, String usd) {
        PriceBook book = edition(load(REAL), "litellm");
        assertThat(book.rates())
                .filteredOn(rate -> rate.figure() == figure
                        && rate.subject().equals(new PriceScope.OfModel(new ModelId(model)))
                        && rate.provider().value().equals(provider)
                        && rate.variant().equals(variant == null ? "" : variant))
                .singleElement()
                .satisfies(rate -> {
                    assertThat(rate.price().price().high().usd()).isEqualByComparingTo(usd);
                    assertThat(rate.provenance().observed()).isEqualTo(LocalDate.of(2026, 7, 24));
                    assertThat(rate.provenance().confidence()).isEqualTo(Confidence.C);
                });
    }

    @Test
    void countsRowsThatTheCatalogDoesNotKnow() {
        assertThat(REAL.outside()).isGreaterThan(2_800);
        assertThat(REAL.figures())
                .isEqualTo(edition(load(REAL), "litellm").rates().size());
    }

    @Test
    void changesNothingWhenImportedAgain() {
        Catalog catalog = load(REAL);
        ImportedEdition again = new LiteLlmImport(catalog, GenAiPrices.read(RealLists.GENAI, catalog, TODAY))
                .read(RealLists.LITELLM, "litellm", TODAY);
        assertThat(again.yaml()).isEqualTo(REAL.yaml());
        assertThat(again.refused())
                .extracting(Refusal::row)
                .containsExactlyElementsOf(
                        REAL.refused().stream().map(Refusal::row).toList());
    }

    @Test
    void fitsTheSchemaOfPriceFiles() {
        assertThat(PriceFileSchema.faultsOf(new NamedYaml("litellm.yaml", REAL.yaml())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"input_cost_per_token\": 3.0e-5 | tuned input per 1M tokens $30.00 differs 8 times from $3.75 of the edition",
                "\"input_cost_per_token\": 0.00375 | tuned input per 1M tokens $3,750.00 looks like a price for more tokens",
                "\"input_cost_per_token\": 3.75e-12 | tuned input per 1M tokens $0.00000375 looks like a price for fewer tokens",
                "\"cache_read_input_token_cost\": 4e-6 | tuned cached input per 1M tokens $4.00 is above tuned input",
                "\"input_cost_per_token_batches\": 4e-6 | tuned batch input per 1M tokens $4.00 is above tuned input",
                "\"output_cost_per_token_batches\": 7e-6 | tuned batch output per 1M tokens $7.00 is not the provider's batch",
                "\"price_per_epoch\": 1 | unknown key price_per_epoch",
                "\"input_cost_per_1k_tokens\": 1 | unknown key input_cost_per_1k_tokens",
                "\"output_cost_per_token\": \"1.5e-5\" | output_cost_per_token is not a price",
                "\"output_cost_per_token\": -1.5e-5 | output_cost_per_token is not a price",
                "\"output_cost_per_token\": 1e999999999 | output_cost_per_token is not a price: 1E+999999999",
                "\"input_cost_per_token_above_200k_tokens\": \"6e-6\" | input_cost_per_token_above_200k_tokens is not a price",
                "\"output_cost_per_token\": 0 | tuned output per 1M tokens is 0"
            })
    void refusesARowWithOneWrongFigure(String field, String reason) {
        ImportedEdition edition = list("{\"litellm_provider\": \"openai\", \"input_cost_per_token\": 3.75e-6,"
                + " \"output_cost_per_token\": 1.5e-5, " + field + "}");
        assertThat(edition.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.row()).isEqualTo("ft:gpt-4o");
            assertThat(refusal.reason()).startsWith(reason);
        });
        assertThat(edition.figures()).isZero();
    }

    @Test
    void keepsTheLastPriceOfARowThatIsRefused() {
        Catalog catalog = load(list(
                "{\"litellm_provider\": \"azure_ai\", \"input_cost_per_token\": 1e-6,"
                        + " \"output_cost_per_token\": 2e-6}",
                "azure_ai/gpt-oss-120b",
                SHIPPED));
        ImportedEdition second = list(
                "{\"litellm_provider\": \"azure_ai\", \"input_cost_per_token\": 9e-6,"
                        + " \"output_cost_per_token\": 2e-6}",
                "azure_ai/gpt-oss-120b",
                catalog);
        assertThat(second.refused())
                .singleElement()
                .asString()
                .contains("$9.00 differs 9 times from $1.00 of the edition litellm");
        assertThat(edition(load(second), "litellm").rates())
                .extracting(rate -> rate.price().price().toString())
                .containsExactlyInAnyOrder("$1.00", "$2.00");
    }

    @Test
    void refusesAFileThatIsNoList() {
        assertThatThrownBy(() -> new LiteLlmImport(SHIPPED, SecondSource.NONE)
                        .read(new NamedYaml("list.json", "[1"), "litellm", TODAY))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("list.json: not readable as JSON: ");
        assertThatThrownBy(() -> new LiteLlmImport(SHIPPED, SecondSource.NONE)
                        .read(new NamedYaml("list.json", "[]"), "litellm", TODAY))
                .hasMessage("list.json: is not LiteLLM's list; it must be a JSON object of models");
    }

    private static ImportedEdition list(String row) {
        return list(row, "ft:gpt-4o", SHIPPED);
    }

    private static ImportedEdition list(String row, String name, Catalog catalog) {
        NamedYaml list = new NamedYaml("list.json", "{\"" + name + "\": " + row + "}");
        return new LiteLlmImport(catalog, SecondSource.NONE).read(list, "litellm", TODAY);
    }

    private static Catalog load(ImportedEdition edition) {
        return ShippedBooks.load(new NamedYaml("litellm.yaml", edition.yaml()));
    }

    private static PriceBook edition(Catalog catalog, String name) {
        return catalog.books().stream()
                .filter(book -> book.edition().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
