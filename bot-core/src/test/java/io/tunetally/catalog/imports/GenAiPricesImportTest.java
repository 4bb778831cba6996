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
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.RealLists;
import io.tunetally.catalog.ShippedBooks;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.NamedYaml;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenAiPricesImportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Catalog SHIPPED = ShippedBooks.load();
    private static final ImportedEdition REAL = new GenAiPricesImport(SHIPPED).read(RealLists.GENAI, "genai", TODAY);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o | openai | TUNED_INPUT | | | 3.75",
                "gpt-4o-mini | openai | TUNED_OUTPUT | | | 1.2",
                "gpt-4.1 | openai | BASE_CACHED | | | 0.5",
                "o4-mini | azure | BASE_OUTPUT | GLOBAL | | 4.4",
                "phi-4 | azure | BASE_INPUT | | | 0.07",
                "gemini-2.0-flash | google | BASE_INPUT | | gemini-api | 0.1",
                "gemini-2.5-pro | google | BASE_INPUT | | gemini-api | 1.25",
                "nova-micro | bedrock | BASE_CACHED | | | 0.00875"
            })
    void takesThePricesOfTheRealList(
            String model, String provider, Meter figure, String deployment, String variant, String usd) {
        assertThat(edition(REAL).rates())
                .filteredOn(rate -> rate.figure() == figure
                        && rate.subject().equals(new PriceScope.OfModel(new ModelId(model)))
                        && rate.provider().value().equals(provider))
                .singleElement()
                .satisfies(rate -> {
                    assertThat(rate.price().price().high().usd()).isEqualByComparingTo(usd);
                    assertThat(rate.variant()).isEqualTo(variant == null ? "" : variant);
                    assertThat(String.valueOf(rate.deployment())).isEqualTo(String.valueOf(deployment));
                    assertThat(rate.provenance().observed()).isEqualTo(TODAY);
                    assertThat(rate.provenance().confidence()).isEqualTo(Confidence.C);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openai/davinci | base input per 1M tokens $20.00 differs 10 times from $2.00 of the edition published",
                "openai/gpt-3.5-turbo-1106 | base input per 1M tokens $1.00 but openai/gpt-3.5-turbo has $0.50, as the edition"
            })
    void refusesTheRowsOfOlderModelsByName(String row, String reason) {
        assertThat(REAL.refused())
                .filteredOn(refusal -> refusal.row().equals(row))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith(reason));
    }

    @Test
    void countsRowsThatTheCatalogDoesNotKnow() {
        assertThat(REAL.outside()).isGreaterThan(1_300);
        assertThat(REAL.figures()).isEqualTo(edition(REAL).rates().size()).isGreaterThan(80);
    }

    @Test
    void changesNothingWhenImportedAgain() {
        Catalog catalog = ShippedBooks.load(new NamedYaml("genai.yaml", REAL.yaml()));
        assertThat(new GenAiPricesImport(catalog)
                        .read(RealLists.GENAI, "genai", TODAY)
                        .yaml())
                .isEqualTo(REAL.yaml());
        assertThat(PriceFileSchema.faultsOf(new NamedYaml("genai.yaml", REAL.yaml())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-08-31, 2.0", "2026-09-01, 2.5", "2026-12-31, 2.5", "2027-01-01, 3.0"})
    void takesThePriceOfTheDayIfSeveralFollowEachOther(LocalDate day, String usd) {
        NamedYaml list = list("\"prices\": [{\"prices\": {\"input_mtok\": 2}},"
                + " {\"constraint\": {\"start_date\": \"2026-09-01\"}, \"prices\": {\"input_mtok\": 2.5}},"
                + " {\"constraint\": {\"start_date\": \"2027-01-01\"}, \"prices\": {\"input_mtok\": 3}}]");
        ImportedEdition edition = new GenAiPricesImport(SHIPPED).read(list, "genai", day);
        assertThat(edition.refused()).isEmpty();
        assertThat(edition.yaml()).contains("base: {input: " + usd.replaceFirst("\\.0$", "") + "}");
        assertThat(GenAiPrices.read(list, SHIPPED, day)
                        .price(new ProviderId("openai"), new ModelId("gpt-4o"), Meter.BASE_INPUT))
                .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo(usd));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"prices\": {\"input_mtok\": 30} | base input per 1M tokens $30.00 differs 12 times from $2.50 of the edition",
                "\"prices\": {\"input_mtok\": 2.5, \"cache_read_mtok\": 3} | base cached input per 1M tokens $3.00 is above base",
                "\"prices\": {\"input_mtok\": 0} | base input per 1M tokens is 0",
                "\"prices\": {\"input_mtok\": -1} | input_mtok is not a price: -1",
                "\"prices\": {\"input_mtok\": \"2.5\"} | input_mtok is not a price: \"2.5\"",
                "\"prices\": {\"input_mtok\": 1e999999999} | input_mtok is not a price: 1E+999999999",
                "\"prices\": {\"input_mtok\": {\"tiers\": []}} | input_mtok is not a price: {\"tiers\":[]}",
                "\"prices\": {\"input_mtok\": 2.5, \"requests_kcount\": 5} | unknown key requests_kcount, which may change",
                "\"price_unit\": 1000, \"prices\": {\"input_mtok\": 2.5} | unknown key price_unit, which may change the meaning",
                "\"prices\": [{\"constraint\": {\"start_time\": \"00:30:00Z\"}, \"prices\": {}}] | a price that depends on more",
                "\"prices\": [{\"constraint\": {\"start_date\": \"soon\"}, \"prices\": {}}] | a price that depends on more"
            })
    void refusesARowWithOneWrongFigure(String fields, String reason) {
        ImportedEdition edition = new GenAiPricesImport(SHIPPED).read(list(fields), "genai", TODAY);
        assertThat(edition.figures()).isZero();
        assertThat(edition.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.row()).isEqualTo("openai/gpt-4o");
            assertThat(refusal.reason()).startsWith(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "[1 | not readable as JSON: ",
                "{} | is not genai-prices' data file; it must be a JSON array of providers",
                "<html> | a web page or XML instead of JSON"
            })
    void refusesAFileThatIsNoList(String text, String problem) {
        NamedYaml file = new NamedYaml("data.json", text);
        assertThatThrownBy(() -> new GenAiPricesImport(SHIPPED).read(file, "genai", TODAY))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("data.json: " + problem.replace("\\'", "'"));
        assertThatThrownBy(() -> GenAiPrices.read(file, SHIPPED, TODAY)).isInstanceOf(CatalogException.class);
    }

    private static NamedYaml list(String fields) {
        return new NamedYaml(
                "data.json",
                "[{\"id\": \"openai\", \"models\": [{\"id\": \"gpt-4o\", \"match\": {}, " + fields + "}]}]");
    }

    private static PriceBook edition(ImportedEdition edition) {
        return ShippedBooks.load(new NamedYaml("genai.yaml", edition.yaml()))
                .books()
                .getLast();
    }
}
