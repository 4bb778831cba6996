package io.tunetally.console.prices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tunetally.console.ConsoleFixture;
import io.tunetally.console.CsvText;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListCommandTest {
    private static final ConsoleFixture CONSOLE = new ConsoleFixture();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path configuration;

    @Test
    void printsPricesByEditionAndOffer() {
        ConsoleFixture.Run run = CONSOLE.run("prices", "list", "--model", "gpt-4o", "--provider", "openai");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("""
                        published - Published prices of the vendors
                          FIGURE              FOR            PRICE  PER        NOTE
                        gpt-4o at openai  [gaps, 2025-02-28, 635 days old, stale]
                          training            full sft dpo  $25.00  1M tokens
                        """)
                .contains("""
                        guide - Fine-tuning cost guide
                          FIGURE        FOR        PRICE  PER        NOTE
                        gpt-4o at openai  [guide, undated]
                          training      full sft  $25.00  1M tokens
                        """)
                .contains("gpt-4o at openai  [litellm, 2026-07-24, 124 days old, stale]\n")
                .contains("\n  tuned cached input                $1.875  1M tokens\n")
                .contains("\n  gaps     Crawl of the pricing pages of OpenAI, Azure, Vertex AI and AWS\n");
    }

    @Test
    void fitsATerminalWherePricesAreOfAModel() {
        assertThat(CONSOLE.run("prices", "list", "--model", "llama 70b").out().lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(CommandContext.WIDTH));
    }

    @Test
    void writesSizesAsBoundsWithoutNull() {
        assertThat(CONSOLE.run("prices", "list", "--provider", "fireworks").out())
                .contains("\nup to 16B at fireworks", "\nover 16B up to 80B at fireworks", "\nover 300B at fireworks")
                .contains("\nany model at fireworks, dedicated")
                .doesNotContain("null");
    }

    @Test
    void listsEveryPriceInJsonWithExactDecimalStrings() throws IOException {
        JsonNode rows = json("--as", "json");
        assertThat(rows.size()).isGreaterThan(400);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.path("price").path("low").asText()).matches("\\d+(\\.\\d{2,})?");
            assertThat(row.path("price").path("low").isTextual()).isTrue();
            assertThat(row.path("source").path("id").asText()).isNotBlank();
        });
    }

    @Test
    void tellsUndatedFromStaleInJson() throws IOException {
        JsonNode guide = json("--edition", "guide", "--model", "gpt-4o", "--figure", "training", "--as", "json")
                .path(0);
        assertThat(guide.path("observed").isNull()).isTrue();
        assertThat(guide.path("ageDays").isNull()).isTrue();
        assertThat(guide.path("stale").asBoolean(true)).isFalse();
        JsonNode published = json(
                        "--edition",
                        "published",
                        "--model",
                        "gpt-4o",
                        "--provider",
                        "openai",
                        "--figure",
                        "tuned-cached",
                        "--as",
                        "json")
                .path(0);
        assertThat(published.path("price").path("high").asText()).isEqualTo("1.875");
        assertThat(published.path("observed").asText()).isEqualTo("2026-07-24");
        assertThat(published.path("ageDays").asInt()).isEqualTo(124);
        assertThat(published.path("stale").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-10-22, 90, ''", "2026-10-23, 91, stale"})
    void marksAPriceStaleAfterNinetyDays(String day, String age, String mark) {
        assertThat(csv("--model", "gpt-4.1-mini", "--provider", "openai", "--figure", "tuned-input", "--as-of", day))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("observed", "2026-07-24")
                        .containsEntry("age_days", age)
                        .containsEntry("stale", mark));
    }

    @Test
    void writesTheSameRowsAsCsvAsInJson() throws IOException {
        JsonNode rows = json("--as", "json");
        List<Map<String, String>> records = csv();
        assertThat(records).hasSize(rows.size());
        for (int i = 0; i < records.size(); i++) {
            assertThat(records.get(i).get("usd_high"))
                    .isEqualTo(rows.path(i).path("price").path("high").asText());
            assertThat(records.get(i).get("figure"))
                    .isEqualTo(rows.path(i).path("figure").asText());
        }
    }

    @Test
    void quotesFieldsThatWouldBreakACsvRecord() throws IOException {
        Files.createDirectories(configuration.resolve("prices"));
        Files.writeString(configuration.resolve("prices").resolve("local.yaml"), """
                schema: tunetally-pricebook/1
                edition: local
                sources: {contract: {title: Contract}}
                prices:
                  - {model: gpt-4o, provider: openai, variant: 'EU, "sovereign"', training: {full: 20}, sources: [contract], confidence: A}
                """);
        String text = CONSOLE.withConfiguration(configuration)
                .run("prices", "list", "--edition", "local", "--as", "csv")
                .out();
        assertThat(text).contains(",\"EU, \"\"sovereign\"\"\",").endsWith("\r\n");
        assertThat(CsvText.read(text))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("variant", "EU, \"sovereign\"")
                        .containsEntry("usd_low", "20.00")
                        .containsEntry("observed", "undated"));
    }

    @Test
    void distinguishesHistoryFromCurrentPrices() {
        assertThat(csv("--provider", "together", "--figure", "minimum-job"))
                .extracting(row -> row.get("until") + " " + row.get("holds"))
                .contains(" yes")
                .anyMatch(row -> row.endsWith(" no"));
        assertThat(CONSOLE.run("prices", "list", "--provider", "together", "--figure", "minimum-job")
                        .out())
                .contains("ended 20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--model | gpt-4p | no model 'gpt-4p'; did you mean gpt-4o | gemini-2.0-flash, ",
                "--provider | togther | no provider 'togther'; did you mean together? | azure, bedrock, ",
                "--edition | gide | no price book 'gide'; did you mean guide? | guide, published",
                "--figure | tuned | no figure 'tuned'; did you mean tuned-input | training, training-hour, ",
                "--edition | zzz | no price book 'zzz' | Known: guide, published"
            })
    void refusesAnUnknownNameWithTheKnownOnes(String option, String word, String problem, String known) {
        ConsoleFixture.Run run = CONSOLE.run("prices", "list", option, word);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("tunetally: " + problem)
                .contains(known)
                .endsWith("Try: ./tunetally prices list --help\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--as | xml | 'xml' is not one of text, json, csv",
                "--as-of | soon | 'soon' is not a date; write year-month-day, e.g. 2026-11-25"
            })
    void namesTheValuesOfAnOption(String option, String word, String problem) {
        ConsoleFixture.Run run = CONSOLE.run("prices", "list", option, word);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(problem);
    }

    @Test
    void saysOnTheSideThatNothingMatches() {
        ConsoleFixture.Run run =
                CONSOLE.run("prices", "list", "--edition", "guide", "--provider", "bedrock", "--as", "JSON");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).isEqualTo("[ ]");
        assertThat(run.err()).contains("no price matches");
    }

    private static JsonNode json(String... options) throws IOException {
        return JSON.readTree(list(options).out());
    }

    private static List<Map<String, String>> csv(String... options) {
        String[] asCsv = Arrays.copyOf(options, options.length + 1);
        asCsv[options.length] = "--as=csv";
        return CsvText.read(list(asCsv).out());
    }

    private static ConsoleFixture.Run list(String... options) {
        String[] arguments = Stream.concat(Stream.of("prices", "list"), Arrays.stream(options))
                .toArray(String[]::new);
        ConsoleFixture.Run run = CONSOLE.run(arguments);
        assertThat(run.exitCode()).isZero();
        return run;
    }
}
