package io.tunetally.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Confidence;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceFileSchema;
import io.tunetally.catalog.ShippedBooks;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.NamedYaml;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports lists in the documented forms of OpenAI ({@code shutdown_date}) and Azure ({@code deprecation}). */
class ModelsListImportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String EDITION = "list";
    private static final Catalog SHIPPED = ShippedBooks.load();

    @Test
    void takesTheShutdownDatesOfOpenAi() {
        ImportedEdition edition = openAi(
                SHIPPED,
                openAiRow("gpt-4o", "\"2027-01-14\""),
                openAiRow("gpt-4o-2024-08-06", "\"2027-01-14\""),
                openAiRow("davinci-002", "\"2026-09-28\""),
                openAiRow("whisper-1", "null"));
        assertThat(ends(accepted(edition)))
                .containsExactlyInAnyOrder("gpt-4o SHUT_DOWN 2027-01-14", "davinci-002 SHUT_DOWN 2026-09-28");
        assertThat(edition.figures()).isEqualTo(2);
        assertThat(edition.differences()).isEmpty();
        assertThat(edition.refused()).isEmpty();
        assertThat(edition.outside()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4.1-2025-04-14 | true | 1806710400 | 1807660800 | gpt-4.1 NO_NEW_JOBS 2027-04-03",
                "gpt-4.1-2025-04-14 | true | | 1807660800 | gpt-4.1 NO_NEW_JOBS 2027-04-14",
                "gpt-4.1-2025-04-14 | false | 1806710400 | 1807660800 | gpt-4.1 NO_NEW_JOBS 2027-04-03",
                "gpt-4o-2024-05-13 | false | | 1807660800 |",
                "gpt-4.1-2025-04-14.ft-9abc | false | | 1838246400 | gpt-4.1 SHUT_DOWN 2028-04-02"
            })
    void takesTheEndOfTrainingAndOfTunedModelsFromAzure(
            String id, boolean trains, String fineTune, String inference, String end) {
        ImportedEdition edition = azure(azureRow(id, trains, fineTune, inference));
        assertThat(ends(accepted(edition))).isEqualTo(end == null ? List.of() : List.of(end));
        assertThat(edition.outside()).isEqualTo(end == null ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4.1-2025-04-14 | gpt-4.1 NO_NEW_JOBS 2027-04-14",
                "gpt-4.1-2025-04-14.ft-9abc | gpt-4.1 SHUT_DOWN 2027-04-14"
            })
    void takesTheShutdownDatesOfAzuresNewerList(String id, String end) {
        assertThat(ends(accepted(azure(openAiRow(id, "\"2027-04-14\""))))).containsExactly(end);
    }

    @Test
    void recognizesAnOrganizationsTunedModelByItsBaseModel() {
        ImportedEdition edition = openAi(SHIPPED, openAiRow("ft:gpt-4o-mini-2024-07-18:acme::9abc", "\"2027-01-14\""));
        assertThat(ends(accepted(edition))).containsExactly("gpt-4o-mini SHUT_DOWN 2027-01-14");
        assertThat(edition.yaml()).doesNotContain("acme");
    }

    @Test
    void saysWhereAndWhenTheDatesWereRead() {
        ImportedEdition fromFile = openAi(SHIPPED, openAiRow("davinci-002", "\"2026-09-28\""));
        assertThat(event(fromFile).provenance()).satisfies(provenance -> {
            assertThat(provenance.observed()).isEqualTo(TODAY);
            assertThat(provenance.confidence()).isEqualTo(Confidence.A);
            assertThat(provenance.sources().getFirst().id()).isEqualTo("openai-models-2026-11-25");
            assertThat(provenance.sources().getFirst().url()).isEqualTo("https://api.openai.com/v1/models");
        });
        NamedYaml fetched =
                new NamedYaml("https://mirror.example/models.json", list(openAiRow("davinci-002", "\"2026-09-28\"")));
        ImportedEdition fromAddress = new ModelsListImport(SHIPPED, ModelsList.OPENAI).read(fetched, EDITION, TODAY);
        assertThat(event(fromAddress).provenance().sources().getFirst().url())
                .isEqualTo("https://mirror.example/models.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"soon\" | \"soon\" is not a day from 2015-01-01 to 2100-01-01, as text or in seconds since 1970",
                "\"2027-02-30\" | \"2027-02-30\" is not a day",
                "\"+999999999-01-01\" | \"+999999999-01-01\" is not a day",
                "\"2001-01-01\" | \"2001-01-01\" is not a day",
                "true | true is not a day",
                "{} | {} is not a day",
                "1799884800000 | 1799884800000 is not a day",
                "99999999999999999999999 | 99999999999999999999999 is not a day",
                "9223372036854775807 | 9223372036854775807 is not a day",
                "1.5 | 1.5 is not a day",
                "1e999999999 | 1E+999999999 is not a day",
                "\"2023-11-14\" | ends on 2023-11-14, not after it was made on 2023-11-14"
            })
    void refusesARowWhoseDateCannotBeRight(String date, String reason) {
        ImportedEdition edition = openAi(SHIPPED, openAiRow("gpt-4o", date));
        assertThat(edition.figures()).isZero();
        assertThat(edition.refused()).singleElement().satisfies(refusal -> {
            assertThat(refusal.row()).isEqualTo("gpt-4o");
            assertThat(refusal.reason()).startsWith(reason);
        });
    }

    @Test
    void namesAnUnknownModelThatHasADate() {
        ImportedEdition edition =
                openAi(SHIPPED, openAiRow("dall-e-3", "\"2026-11-01\""), "{}", "7", openAiRow("tts-1", "null"));
        assertThat(edition.refused())
                .extracting(Refusal::toString)
                .containsExactly("dall-e-3: no price book has a model of this name; it has a date, 2026-11-01");
        assertThat(edition.outside()).isEqualTo(4);
    }

    @Test
    void letsTheBookDecideIfSnapshotsOfAModelEndOnDifferentDays() {
        ImportedEdition edition = openAi(
                SHIPPED,
                openAiRow("gpt-4o-2024-05-13", "\"2026-10-23\""),
                openAiRow("gpt-4o-2024-08-06", "\"2027-01-14\""),
                openAiRow("gpt-4o-2024-11-20", "null"));
        assertThat(ends(accepted(edition))).containsExactly("gpt-4o SHUT_DOWN 2027-01-14");
        assertThat(edition.refused())
                .extracting(Refusal::toString)
                .containsExactly(
                        "gpt-4o-2024-05-13: shut-down 2026-10-23 but gpt-4o-2024-08-06 has shut-down 2027-01-14,"
                                + " as the edition published does",
                        "gpt-4o-2024-11-20: no date for shut-down but gpt-4o-2024-08-06 has shut-down 2027-01-14,"
                                + " as the edition published does");
    }

    @Test
    void takesNoneIfSnapshotsDisagreeAndNoBookDecides() {
        ImportedEdition edition = openAi(
                SHIPPED,
                openAiRow("gpt-4o-2024-05-13", "\"2026-10-23\""),
                openAiRow("gpt-4o-2024-08-06", "\"2027-03-01\""));
        assertThat(edition.figures()).isZero();
        assertThat(edition.refused())
                .extracting(Refusal::reason)
                .containsExactly(
                        "shut-down 2026-10-23 but gpt-4o-2024-08-06 has shut-down 2027-03-01, and no edition says which is"
                                + " right",
                        "shut-down 2027-03-01 but gpt-4o-2024-05-13 has shut-down 2026-10-23, and no edition says which is"
                                + " right");
    }

    @Test
    void reportsADateThatDiffersFromTheBookAndUsesItOnlyIfTheEditionIsListed() {
        ImportedEdition edition =
                openAi(SHIPPED, openAiRow("gpt-4o-mini", "\"2027-03-01\""), openAiRow("gpt-4.1-mini", "null"));
        assertThat(edition.differences())
                .containsExactly(
                        "gpt-4o-mini: shut-down 2027-03-01; published has 2027-01-14",
                        "gpt-4.1-mini: no date for shut-down; published has 2027-01-14");
        assertThat(shutDowns(ShippedBooks.load(file(edition)), "gpt-4o-mini")).containsExactly("2027-01-14");
        assertThat(shutDowns(accepted(edition), "gpt-4o-mini")).containsExactly("2027-03-01");
        assertThat(shutDowns(accepted(edition), "gpt-4o")).containsExactly("2027-01-14");
    }

    @Test
    void changesNothingWhenImportedAgain() {
        String[] rows = {openAiRow("gpt-4o-mini", "\"2027-03-01\""), openAiRow("davinci-002", "\"2026-09-28\"")};
        ImportedEdition first = openAi(SHIPPED, rows);
        ImportedEdition unlisted = openAi(ShippedBooks.load(file(first)), rows);
        assertThat(unlisted.yaml()).isEqualTo(first.yaml());
        assertThat(unlisted.differences()).isEqualTo(first.differences());
        ImportedEdition listed = openAi(accepted(first), rows);
        assertThat(listed.yaml()).isEqualTo(first.yaml());
        assertThat(listed.differences()).isEmpty();
    }

    @Test
    void keepsTheDateOfAModelThatTheListNoLongerHas() {
        ImportedEdition first = openAi(SHIPPED, openAiRow("davinci-002", "\"2026-09-28\""));
        ImportedEdition second = openAi(accepted(first), openAiRow("gpt-4o", "\"2027-01-14\""));
        assertThat(ends(accepted(second)))
                .containsExactlyInAnyOrder("gpt-4o SHUT_DOWN 2027-01-14", "davinci-002 SHUT_DOWN 2026-09-28");
    }

    @Test
    void dropsItsOwnDateThatTheProviderHasWithdrawnOrMoved() {
        ImportedEdition first =
                openAi(SHIPPED, openAiRow("davinci-002", "\"2026-09-28\""), openAiRow("babbage-002", "\"2026-09-28\""));
        ImportedEdition second =
                openAi(accepted(first), openAiRow("davinci-002", "null"), openAiRow("babbage-002", "\"2027-09-28\""));
        assertThat(ends(accepted(second))).containsExactly("babbage-002 SHUT_DOWN 2027-09-28");
        assertThat(second.differences())
                .containsExactly(
                        "davinci-002: no date for shut-down; list has 2026-09-28",
                        "babbage-002: shut-down 2027-09-28; list has 2026-09-28");
    }

    @Test
    void fitsTheSchemaOfPriceFiles() {
        ImportedEdition edition = openAi(SHIPPED, openAiRow("gpt-4.1", "\"2027-01-14\""));
        assertThat(PriceFileSchema.faultsOf(file(edition))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"data\": [{\"id\": \"gpt-4o\" | not readable as JSON: ",
                "{\"data\": []} {} | not readable as JSON: ",
                "<!DOCTYPE html><html> | a web page or XML instead of JSON; name the list itself",
                "'' | is not a list of models; it must be a JSON object such as",
                "{\"error\": {\"message\": \"Incorrect API key\"}} | is not a list of models",
                "[] | is not a list of models",
                "{\"data\": {}} | is not a list of models"
            })
    void refusesAFileThatIsNoList(String text, String problem) {
        assertThatThrownBy(() -> new ModelsListImport(SHIPPED, ModelsList.OPENAI)
                        .read(new NamedYaml("models.json", text), EDITION, TODAY))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("models.json: " + problem);
    }

    @Test
    void refusesAListWithMoreValuesThanAnyProviderHasModels() {
        NamedYaml many = new NamedYaml("models.json", "{\"data\": [" + "0,".repeat(2_000_000) + "0]}");
        assertThatThrownBy(() -> new ModelsListImport(SHIPPED, ModelsList.OPENAI).read(many, EDITION, TODAY))
                .isInstanceOf(CatalogException.class)
                .hasMessageStartingWith("models.json: not readable as JSON: Token count");
    }

    private static ImportedEdition openAi(Catalog catalog, String... rows) {
        return new ModelsListImport(catalog, ModelsList.OPENAI)
                .read(new NamedYaml("models.json", list(rows)), EDITION, TODAY);
    }

    private static ImportedEdition azure(String row) {
        return new ModelsListImport(SHIPPED, ModelsList.AZURE)
                .read(new NamedYaml("models.json", list(row)), EDITION, TODAY);
    }

    private static String list(String... rows) {
        return "{\"object\": \"list\", \"data\": [" + String.join(",", rows) + "]}";
    }

    private static String openAiRow(String id, String shutdownDate) {
        return "{\"id\": \"" + id + "\", \"object\": \"model\", \"created\": 1700000000, \"owned_by\": \"system\","
                + " \"shutdown_date\": " + shutdownDate + "}";
    }

    private static String azureRow(String id, boolean trains, String fineTune, String inference) {
        String tuned = id.contains(".ft-") ? ", \"model\": \"gpt-4.1-2025-04-14\", \"fine_tune\": \"ft-9abc\"" : "";
        String ends = Stream.of(
                        fineTune == null ? "" : "\"fine_tune\": " + fineTune,
                        inference == null ? "" : "\"inference\": " + inference)
                .filter(end -> !end.isEmpty())
                .collect(Collectors.joining(", "));
        return "{\"id\": \"" + id + "\", \"status\": \"succeeded\", \"created_at\": 1722902400, \"object\": \"model\","
                + " \"lifecycle_status\": \"generally-available\", \"capabilities\": {\"fine_tune\": " + trains
                + ", \"inference\": true}, \"deprecation\": {" + ends + "}" + tuned + "}";
    }

    private static NamedYaml file(ImportedEdition edition) {
        return new NamedYaml("list.yaml", edition.yaml());
    }

    private static Catalog accepted(ImportedEdition edition) {
        return ShippedBooks.load(List.of(EDITION), file(edition));
    }

    private static Stream<LifecycleEvent> own(Catalog catalog) {
        return catalog.lifecycle().stream()
                .filter(event -> event.provenance().edition().equals(EDITION));
    }

    private static LifecycleEvent event(ImportedEdition edition) {
        return own(accepted(edition)).findFirst().orElseThrow();
    }

    private static List<String> ends(Catalog catalog) {
        return own(catalog)
                .map(event -> event.models().iterator().next() + " " + event.kind() + " " + event.date())
                .toList();
    }

    private static List<String> shutDowns(Catalog catalog, String model) {
        return catalog.lifecycle().stream()
                .filter(event -> event.kind() == LifecycleEvent.Kind.SHUT_DOWN
                        && event.provider().value().equals("openai")
                        && event.models().contains(new ModelId(model)))
                .map(event -> String.valueOf(event.date()))
                .toList();
    }
}
