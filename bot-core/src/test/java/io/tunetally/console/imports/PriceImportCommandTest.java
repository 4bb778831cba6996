package io.tunetally.console.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.console.ConsoleFixture;
import io.tunetally.console.CsvText;
import io.tunetally.runtime.ExitCode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports the real lists; their origin is in {@code imports/README.md}. */
class PriceImportCommandTest {
    private static final String AZURE_HEADER = "meterName,unitOfMeasure,retailPriceUSD,effectiveStartDate,regions\n";
    private static final String QUESTION = "tco gpt-4o 1k examples 100 requests/day over 6 months";

    @TempDir
    Path folder;

    private Path configuration = Path.of("");
    private Path prices = Path.of("");
    private Path meters = Path.of("");
    private ConsoleFixture console = new ConsoleFixture();

    @BeforeEach
    void makeTheOperatorsFolder() throws IOException {
        configuration = Files.createDirectory(folder.resolve("configuration"));
        prices = configuration.resolve("prices");
        console = new ConsoleFixture().withConfiguration(configuration);
        meters = folder.resolve("meters.csv");
        Files.copy(real("azure_openai_ft_meters.csv"), meters, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(meters, FileTime.from(Instant.parse("2025-08-25T10:00:00Z")));
    }

    @Test
    void writesAnEditionAndListsImportedAndRefusedRows() throws IOException {
        ConsoleFixture.Run run = importMeters();
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("^Price book azure-meters: \\d+ prices arrived, written to \\Q" + prices
                        + "\\E/azure-meters.yaml\\.\n")
                .contains("\n5 rows refused:\n")
                .contains("\n  gpt-4o-0806-cached-FT-inp-datazone Tokens: unknown word 'datazone' in the meter's name")
                .contains("\n27 rows outside: ");
        assertThat(filesOf(prices)).containsExactly("azure-meters.yaml");
        assertThat(CsvText.read(console.run("prices", "list", "--edition", "azure-meters", "--as", "csv")
                        .out()))
                .hasSizeGreaterThan(100)
                .allSatisfy(row -> assertThat(row).containsEntry("observed", "2025-08-25"));
    }

    @Test
    void changesNothingWhenImportedAgain() throws IOException {
        importMeters();
        String first = Files.readString(prices.resolve("azure-meters.yaml"));
        ConsoleFixture.Run again = importMeters();
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("unchanged: " + prices.resolve("azure-meters.yaml") + " already has them");
        assertThat(prices.resolve("azure-meters.yaml")).hasContent(first);
    }

    @Test
    void neverTakesPrecedenceOverTheShippedBooksByItself() {
        String before = console.run("ask", "--as", "json", QUESTION).out();
        ConsoleFixture.Run run = importMeters();
        assertThat(run.out())
                .contains("azure-meters is not in the list of editions, so it is looked up last")
                .contains("(published, guide, azure-meters)")
                .contains(configuration.resolve("tunetally.yaml") + ":\n  editions: [azure-meters, published, guide]\n")
                .contains("./tunetally prices diff published azure-meters");
        assertThat(console.run("prices", "check").out().lines())
                .hasSize(3)
                .last()
                .asString()
                .matches("ok  azure-meters: \\d+ prices, 0 rules, imported - Imported from Azure's retail meters");
        assertThat(before).containsPattern("\"edition\"\\s*:\\s*\"published\"");
        assertThat(console.run("ask", "--as", "json", QUESTION).out()).isEqualTo(before);
    }

    @Test
    void isLookedUpWhereTheOperatorsOrderPutsIt() throws IOException {
        Files.writeString(configuration.resolve("tunetally.yaml"), "editions: [azure-meters, guide, published]\n");
        assertThat(console.run("prices", "check").exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        ConsoleFixture.Run run = importMeters();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("tunetally.yaml lists it; look-up order: azure-meters, guide, published.");
        assertThat(console.run("prices", "check").out()).startsWith("ok  azure-meters: ");
    }

    @Test
    void importsLiteLlmAgainstASecondSource() throws IOException {
        ConsoleFixture.Run run = console.run(
                "prices",
                "import",
                "litellm",
                real("litellm_model_prices_2026-07-24.json").toString(),
                "--into",
                "litellm",
                "--second-source",
                real("genai-prices_data.json").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("\n  ft:gpt-4o-2024-11-20: cache_creation_input_token_cost instead of")
                .contains("\n  ft:babbage-002: ", "\n  ft:davinci-002: ", "\n  gemini-2.0-flash: ")
                .contains("\n  davinci-002: base input per 1M tokens $2.00 differs 10 times from $20.00 of the second");
        assertThat(CsvText.read(console.run(
                                "prices",
                                "list",
                                "--edition",
                                "litellm",
                                "--model",
                                "gpt-4o",
                                "--provider",
                                "openai",
                                "--figure",
                                "tuned-cached",
                                "--as",
                                "csv")
                        .out()))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("usd_low", "1.875").containsEntry("observed", "2026-07-24"));
    }

    @Test
    void importsGenAiPrices() {
        ConsoleFixture.Run run = console.run(
                "prices",
                "import",
                "genai-prices",
                real("genai-prices_data.json").toString(),
                "--into",
                "genai");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\n  openai/davinci: base input per 1M tokens $20.00 differs 10 times from");
        assertThat(console.run("prices", "list", "--edition", "genai", "--model", "gpt-4o")
                        .out())
                .contains("3.75");
    }

    @Test
    void importsTheEndsOfModelsAndUsesThemForEveryEdition() throws IOException {
        // Every model of OpenAI in the shipped books has its end already.
        Files.createDirectories(prices);
        Files.writeString(prices.resolve("mine.yaml"), """
                schema: tunetally-pricebook/1
                edition: mine
                sources: {page: {title: A page}}
                models: [{id: new-one, name: New One, open: false}]
                prices: [{model: new-one, provider: openai, training: {full: 5.00}, sources: [page], confidence: B}]
                """);
        String question = "cost new-one 1k examples";
        assertThat(console.run("ask", question).out()).doesNotContain("2026-09-28");
        ConsoleFixture.Run run = importModels("new-one", "2026-09-28");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("Price book openai-models: 1 date arrived, written to "
                        + prices.resolve("openai-models.yaml") + ".\n0 dates differing from the price books.\n")
                .doesNotContain("prices diff", "ask --edition");
        assertThat(console.run("ask", question).out()).contains(", shut down since 2026-09-28\n");
        assertThat(console.run("ask", "--details", question).out())
                .contains("base and fine-tuned models are shut down", "2026-09-28");
        assertThat(console.run("prices", "check").out())
                .contains("ok  openai-models: 0 prices, 0 rules, 1 dates, imported");
        assertThat(importModels("new-one", "2026-09-28").out()).contains("unchanged: ");
    }

    @Test
    void usesADateThatDiffersFromTheBookOnceTheEditionIsListed() throws IOException {
        assertThat(importModels("gpt-4o", "2027-03-01").out()).contains("""

                        1 date differing from the price books:
                          gpt-4o: shut-down 2027-03-01; published has 2027-01-14
                        """);
        assertThat(console.run("ask", QUESTION + " on openai").out())
                .contains("2027-01-14")
                .doesNotContain("2027-03-01");
        Files.writeString(configuration.resolve("tunetally.yaml"), "editions: [openai-models, guide, published]\n");
        assertThat(console.run("ask", QUESTION + " on openai").out())
                .contains("2027-03-01")
                .doesNotContain("2027-01-14");
    }

    @Test
    void neverReplacesABookOfPricesByOneOfDates() throws IOException {
        importMeters();
        String before = Files.readString(prices.resolve("azure-meters.yaml"));
        ConsoleFixture.Run run = importModels("azure-meters", "gpt-4o", "2027-03-01");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains(prices.resolve("azure-meters.yaml") + " was not written by an import of dates, which would");
        assertThat(prices.resolve("azure-meters.yaml")).hasContent(before);
    }

    @Test
    void namesTheProvidersWhoseListsHaveDates() {
        ConsoleFixture.Run run = console.run(
                "prices", "import", "lifecycle", meters.toString(), "--provider", "google", "--into", "google-models");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("'google' is not one of openai, azure");
    }

    private ConsoleFixture.Run importModels(String model, String shutdownDate) throws IOException {
        return importModels("openai-models", model, shutdownDate);
    }

    private ConsoleFixture.Run importModels(String edition, String model, String shutdownDate) throws IOException {
        Path list = Files.writeString(
                folder.resolve("models.json"),
                "{\"data\": [{\"id\": \"" + model + "\", \"shutdown_date\": \"" + shutdownDate + "\"}]}");
        return console.run(
                "prices",
                "import",
                "lifecycle",
                list.toString(),
                "--provider",
                "openai",
                "--into",
                edition,
                "--observed",
                "2026-11-24");
    }

    @Test
    void saysWhichFolderIsMissing() {
        ConsoleFixture.Run run =
                new ConsoleFixture().run("prices", "import", "azure", meters.toString(), "--into", "azure-meters");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("TUNETALLY_CONFIG: missing.", "export TUNETALLY_CONFIG=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "guide | --into guide: that price book was not written by an import",
                "Azure | 'Azure' is not a valid price book name; use lower case letters",
                "../azure | '../azure' is not a valid price book name; use lower case letters"
            })
    void refusesANameThatIsTakenOrNone(String name, String problem) {
        ConsoleFixture.Run run = console.run("prices", "import", "azure", meters.toString(), "--into", name);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("tunetally: " + problem);
        assertThat(prices).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"mine, mine", "mine, other"})
    void neverOverwritesAHandWrittenFile(String name, String editionOfTheFile) throws IOException {
        Files.createDirectories(prices);
        Path byHand = Files.writeString(
                prices.resolve(name + ".yaml"), "schema: tunetally-pricebook/1\nedition: " + editionOfTheFile + "\n");
        String text = Files.readString(byHand);
        ConsoleFixture.Run run = console.run("prices", "import", "azure", meters.toString(), "--into", name);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(byHand + " was not written by an import");
        assertThat(byHand).hasContent(text);
    }

    @Test
    void writesNothingThatWouldNotLoad() throws IOException {
        importMeters();
        Path renamed = Files.move(prices.resolve("azure-meters.yaml"), prices.resolve("old.yaml"));
        ConsoleFixture.Run run = importMeters();
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(run.err()).contains("prices the same days as " + renamed);
        assertThat(filesOf(prices)).containsExactly("old.yaml");
    }

    @Test
    void writesNothingWhereTheListIsAnother() throws IOException {
        Path list = Files.writeString(folder.resolve("list.json"), "{");
        ConsoleFixture.Run run = console.run("prices", "import", "litellm", list.toString(), "--into", "litellm");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(run.err()).startsWith("tunetally: " + list + ": not readable as JSON");
        assertThat(prices).doesNotExist();
    }

    @Test
    void writesNothingWhereNothingArrives() throws IOException {
        Files.writeString(meters, AZURE_HEADER + "gpt-4.1 FT Training global Tokens,1K,25.0,2025-04-01,eastus\n");
        ConsoleFixture.Run run = importMeters();
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_ANSWERED);
        assertThat(run.out())
                .startsWith("Nothing arrived for price book azure-meters; nothing was written.\n1 row refused:\n");
        assertThat(prices).doesNotExist();
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Files.writeString(prices, "a file where a folder is due");
        ConsoleFixture.Run run = importMeters();
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(run.err()).startsWith("tunetally: cannot write " + prices.resolve("azure-meters.yaml"));
        assertThat(prices).hasContent("a file where a folder is due");
    }

    @Test
    void takesTheDayTheListWasFetchedFromTheCommand() {
        console.run(
                "prices", "import", "azure", meters.toString(), "--into", "azure-meters", "--observed", "2025-09-01");
        assertThat(console.run("prices", "list", "--edition", "azure-meters").out())
                .contains("2025-09-01")
                .doesNotContain("[azure-meters-2025-08-25");
        ConsoleFixture.Run future = console.run(
                "prices", "import", "azure", meters.toString(), "--into", "other", "--observed", "2026-11-26");
        assertThat(future.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(future.err()).contains("--observed 2026-11-26 is in the future");
    }

    @Test
    void datesAFileOfTheFutureToday() throws IOException {
        Files.setLastModifiedTime(meters, FileTime.from(Instant.parse("2031-01-01T00:00:00Z")));
        assertThat(importMeters().exitCode()).isZero();
        assertThat(console.run("prices", "list", "--edition", "azure-meters").out())
                .contains(ConsoleFixture.TODAY.toString());
    }

    @ParameterizedTest
    @CsvSource({"prices", "prices import"})
    void showsTheCommandsWhereNoneIsNamed(String command) {
        ConsoleFixture.Run run = console.run(command.split(" ", -1));
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: tunetally " + command);
    }

    @ParameterizedTest
    @CsvSource({
        "prices",
        "prices list",
        "prices check",
        "prices diff",
        "prices import",
        "prices import litellm",
        "prices import genai-prices",
        "prices import azure",
        "prices import lifecycle"
    })
    void helpsWithAnExampleOnStandardOutput(String command) {
        ConsoleFixture.Run run = console.run((command + " --help").split(" ", -1));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: tunetally " + command)
                .containsPattern(command.equals("prices check") ? "guide\\.yaml" : "Examples?:\\s");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    private ConsoleFixture.Run importMeters() {
        return console.run("prices", "import", "azure", meters.toString(), "--into", "azure-meters");
    }

    private static List<String> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static Path real(String name) {
        try {
            return Path.of(requireNonNull(PriceImportCommandTest.class.getResource("/imports/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }
}
