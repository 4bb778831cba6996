package io.tunetally.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceFileSchema;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.RealLists;
import io.tunetally.catalog.ShippedBooks;
import io.tunetally.catalog.Validity;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.NamedYaml;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureMetersImportTest {
    private static final LocalDate FETCHED = LocalDate.of(2025, 8, 25);
    private static final Catalog SHIPPED = ShippedBooks.load();
    private static final ImportedEdition REAL =
            new AzureMetersImport(SHIPPED, SecondSource.NONE).read(RealLists.AZURE, "azure-meters", FETCHED);

    @Test
    void findsEveryPublishedFigureOfTheRealMeters() {
        List<Rate> imported = rates(load(REAL), "azure-meters");
        List<Rate> published = rates(SHIPPED, "published").stream()
                .filter(rate -> rate.provider().value().equals("azure")
                        && rate.provenance().sources().getFirst().id().equals("az_retail")
                        && rate.provenance().inferred() == null
                        && rate.effective().until() == null
                        && rate.deployment() != null
                        // The meters list no free hosting.
                        && !rate.price().price().isZero())
                .toList();
        assertThat(published)
                .hasSizeGreaterThan(60)
                .allSatisfy(rate -> assertThat(imported)
                        .filteredOn(found -> found.figure() == rate.figure()
                                && found.subject().equals(rate.subject())
                                && found.variant().equals(rate.variant())
                                && found.deployment() == rate.deployment())
                        .singleElement()
                        .satisfies(found -> assertThat(found)
                                .extracting(Rate::price, Rate::methods, Rate::objectives)
                                .containsExactly(rate.price(), rate.methods(), rate.objectives())));
    }

    @Test
    void findsMoreThanWasPublished() {
        assertThat(rates(load(REAL), "azure-meters"))
                .filteredOn(rate -> rate.subject().equals(new PriceScope.OfModel(new ModelId("o4-mini")))
                        && rate.variant().equals("swedencentral"))
                .extracting(rate -> rate.figure() + " " + rate.price().price())
                .containsExactlyInAnyOrder(
                        "TRAINING_HOUR $121.00", "TUNED_INPUT $1.331", "TUNED_CACHED $0.333", "TUNED_OUTPUT $5.324");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o-0806-cached-FT-inp-datazone Tokens | unknown word 'datazone' in the meter's name",
                "babbage-002-FT-Trng-glbl Unit | training is billed per token since 2025-03-01",
                "gpt-4-8K-FT-Trng-regnl Unit | training is billed per token since 2024-06-01"
            })
    void refusesMetersWithUnknownNames(String meter, String reason) {
        assertThat(REAL.refused())
                .filteredOn(refusal -> refusal.row().equals(meter))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith(reason));
        assertThat(REAL.refused()).hasSize(5);
        assertThat(REAL.outside()).isEqualTo(27);
    }

    @Test
    void endsHoursWhereTokensBegin() {
        assertThat(rates(load(REAL), "azure-meters"))
                .filteredOn(rate ->
                        rate.figure() == Meter.TRAINING_HOUR && rate.variant().equals("16k"))
                .singleElement()
                .satisfies(rate -> assertThat(rate.effective())
                        .isEqualTo(new Validity(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 6, 1))));
    }

    @Test
    void changesNothingWhenImportedAgain() {
        ImportedEdition again =
                new AzureMetersImport(load(REAL), SecondSource.NONE).read(RealLists.AZURE, "azure-meters", FETCHED);
        assertThat(again.yaml()).isEqualTo(REAL.yaml());
        assertThat(again.refused()).isEqualTo(REAL.refused());
    }

    @Test
    void fitsTheSchemaOfPriceFiles() {
        assertThat(PriceFileSchema.faultsOf(new NamedYaml("azure.yaml", REAL.yaml())))
                .isEmpty();
    }

    @Test
    void keepsTheOldPriceForTheDaysBeforeANewOne() {
        ImportedEdition later = new AzureMetersImport(load(REAL), SecondSource.NONE)
                .read(
                        meters("gpt-4.1 FT Training global Tokens,1K,0.03,2026-01-01,eastus"),
                        "azure-meters",
                        FETCHED.plusYears(1));
        assertThat(rates(load(later), "azure-meters"))
                .filteredOn(rate -> rate.figure() == Meter.TRAINING
                        && rate.subject().equals(new PriceScope.OfModel(new ModelId("gpt-4.1")))
                        && rate.deployment() == Deployment.GLOBAL)
                .extracting(rate -> rate.price().price() + " "
                        + rate.effective().from() + " " + rate.effective().until())
                .containsExactlyInAnyOrder("$25.00 2025-04-01 2026-01-01", "$30.00 2026-01-01 null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4.1 FT Training global Tokens,1K,25.0,2025-04-01,eastus | training per 1M tokens $25,000.00 looks",
                "gpt-4.1 FT Training global Tokens,1K,0.25,2025-04-01,eastus | training per 1M tokens $250.00 differs 10 times",
                "gpt-4.1 FT Training global Tokens,1B,25,2025-04-01,eastus | unit '1B' instead of 1K tokens or 1 Hour",
                "gpt-4.1 FT Training global Tokens,1K,-1,2025-04-01,eastus | the price is negative",
                "gpt-4.1 FT Training lunar Tokens,1K,0.025,2025-04-01,eastus | unknown word 'lunar'",
                "gpt-4.1 FT Training Tokens,1K,0.025,2025-04-01,eastus | its name does not specify the figure",
                "gpt-4.1 FT Training global Tokens,1K,1e999999999,2025-04-01,eastus | not a fine-tuning meter this version can read",
                "gpt-4.1 FT Training global Tokens,1K,much,2025-04-01,eastus | not a fine-tuning meter this version can read",
                "gpt-4.1 FT Training global Tokens,1K,0.025,soon,eastus | not a fine-tuning meter this version can read",
                "gpt-4.1 FT Training global Tokens,1K,0.025 | not a fine-tuning meter this version can read"
            })
    void refusesAMeterThatCannotBeRight(String meter, String reason) {
        ImportedEdition edition =
                new AzureMetersImport(SHIPPED, SecondSource.NONE).read(meters(meter), "azure-meters", FETCHED);
        assertThat(edition.refused())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).startsWith(reason));
        assertThat(edition.figures()).isZero();
    }

    @Test
    void refusesCachedInputAboveInput() {
        ImportedEdition edition = new AzureMetersImport(SHIPPED, SecondSource.NONE)
                .read(
                        meters("phi-4-ft input global Tokens,1K,0.0001,2025-04-01,eastus\n"
                                + "phi-4-ft cached input global Tokens,1K,0.0002,2025-04-01,eastus"),
                        "azure-meters",
                        FETCHED);
        assertThat(edition.refused())
                .singleElement()
                .asString()
                .contains("$0.20 is above tuned input per 1M tokens, $0.10");
        assertThat(edition.figures()).isEqualTo(1);
    }

    @Test
    void refusesOtherColumns() {
        assertThatThrownBy(() -> new AzureMetersImport(SHIPPED, SecondSource.NONE)
                        .read(new NamedYaml("m.csv", "meterName,price\n"), "azure-meters", FETCHED))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("m.csv:1: not the columns of Azure's meters; expected meterName,");
    }

    private static NamedYaml meters(String lines) {
        return new NamedYaml(
                "meters.csv", "meterName,unitOfMeasure,retailPriceUSD,effectiveStartDate,regions\n" + lines + "\n");
    }

    private static Catalog load(ImportedEdition edition) {
        return ShippedBooks.load(new NamedYaml("azure-meters.yaml", edition.yaml()));
    }

    private static List<Rate> rates(Catalog catalog, String edition) {
        return catalog.books().stream()
                .filter(book -> Objects.equals(book.edition(), edition))
                .flatMap(book -> book.rates().stream())
                .toList();
    }
}
