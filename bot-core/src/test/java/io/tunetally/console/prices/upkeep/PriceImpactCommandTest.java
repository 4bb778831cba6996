package io.tunetally.console.prices.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tunetally.console.ConsoleFixture;
import io.tunetally.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceImpactCommandTest {
    private static final ConsoleFixture CONSOLE = new ConsoleFixture();
    private static final Path SHIPPED = Path.of("..", "config", "prices");
    private static final String QUESTION = "cost gpt-4.1-mini 1k examples on azure";

    @TempDir
    Path folder;

    @Test
    void showsTheAnswersThatAFileChanges() throws IOException {
        ConsoleFixture.Run run = CONSOLE.run("prices", "impact", "published", book(10).toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("published -> " + folder)
                .contains(" 0 held for a second look. Prices: 0 changed, 1 added, 0 removed.\n")
                .containsPattern("\n" + QUESTION + " +\\$7\\.50 +\\$15\\.00 +2  gpt-4.1-mini full at azure\n")
                .doesNotContain("recommend", "Held");
    }

    @Test
    void namesTheWinnerBeforeAndAfter() throws IOException {
        String entry =
                "{model: llama-3.1-8b, provider: together, training: {full: 0.01}, sources: [page], confidence: A}";
        Path cheaper = file("mine.yaml", entry);
        assertThat(CONSOLE.run("prices", "impact", "published", cheaper.toString())
                        .out())
                .containsPattern("\nlora vs full llama 8b 2k examples .* -> llama-3.1-8b full at together");
    }

    @ParameterizedTest
    @CsvSource({"25.2, 3, held", "24.8, 0, ''", "0.98, 3, held", "0, 3, held"})
    void holdsAnAnswerThatChangesMoreThanFiveTimesOrToZero(double price, int exitCode, String note) throws IOException {
        ConsoleFixture.Run run =
                CONSOLE.run("prices", "impact", "published", book(price).toString());
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).containsPattern("\n" + QUESTION + ".*azure" + (note.isEmpty() ? "" : " +" + note) + "\n");
        assertThat(run.out().contains("Held for a second look:")).isEqualTo(exitCode == ExitCode.BEYOND_LIMIT);
    }

    @Test
    void acceptsAHeldChange() throws IOException {
        ConsoleFixture.Run run =
                CONSOLE.run("prices", "impact", "published", book(200).toString(), "--accept");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Held for a second look:");
    }

    @Test
    void holdsAPriceThatNoQuestionAsksAbout() throws IOException {
        String entry = "{model: gpt-4o, provider: openai, gpu_hour: {h100: PRICE}, sources: [page], confidence: A}";
        Path before = file("before.yaml", entry.replace("PRICE", "1"));
        Path after = file("after.yaml", entry.replace("PRICE", "6"));
        ConsoleFixture.Run run = CONSOLE.run("prices", "impact", before.toString(), after.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BEYOND_LIMIT);
        assertThat(run.out())
                .contains("Prices: 1 changed, 0 added, 0 removed.")
                .contains("\n  gpt-4o at openai, GPU per hour, h100: $1.00 -> $6.00, held (ratio 6)\n");
    }

    @Test
    void comparesFoldersOfCompleteBooks() throws IOException {
        Path copy = copy();
        ConsoleFixture.Run same = CONSOLE.run("prices", "impact", SHIPPED.toString(), copy.toString());
        assertThat(same.err()).isEmpty();
        assertThat(same.out()).contains(": 0 of 20 standard answers change, 0 winners, 0 held");
        Path deeper = Files.createDirectories(copy.resolve("deeper"));
        Files.writeString(deeper.resolve("mine.yaml"), """
                schema: tunetally-pricebook/1
                edition: published
                sources: {page: {title: A page}}
                lifecycle:
                  - {provider: together, kind: no-new-jobs, date: 2026-01-01, text: closed, sources: [page], confidence: A}
                """);
        ConsoleFixture.Run closed = CONSOLE.run("prices", "impact", SHIPPED.toString(), copy.toString());
        assertThat(closed.err()).isEmpty();
        assertThat(closed.out()).containsPattern("\nmodels +\\d+ open offers +\\d+ open offers +0\\.\\d+");
    }

    @Test
    void carriesEveryQuestionInJson() throws IOException {
        JsonNode impact = JsonMapper.builder()
                .build()
                .readTree(CONSOLE.run("prices", "impact", "published", book(50).toString(), "--as", "json")
                        .out());
        assertThat(impact.path("asOf").asText()).isEqualTo(ConsoleFixture.TODAY.toString());
        assertThat(impact.path("held").asInt()).isPositive();
        assertThat(impact.path("prices").path("added").asInt()).isEqualTo(1);
        assertThat(impact.path("answers")).hasSize(20).anySatisfy(answer -> {
            assertThat(answer.path("question").asText()).isEqualTo(QUESTION);
            assertThat(answer.path("before").path("low").asText()).isEqualTo("7.50");
            assertThat(answer.path("after").path("high").asText()).isEqualTo("75.00");
            assertThat(answer.path("ratio").asText()).isEqualTo("10");
            assertThat(answer.path("held").asBoolean()).isTrue();
            assertThat(answer.path("winnerChanged").asBoolean()).isFalse();
        });
    }

    @Test
    void writesATableForAChangeRequest() throws IOException {
        assertThat(CONSOLE.run("prices", "impact", "published", book(10).toString(), "--as", "markdown")
                        .out())
                .contains("| QUESTION | BEFORE | AFTER | RATIO | WINNER |  |\n|---|---|---|--:|---|---|\n")
                .contains("| " + QUESTION + " | $7.50 | $15.00 | 2 | gpt-4.1-mini full at azure |  |\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "guid | no price book 'guid'; did you mean guide?",
                "none/such.yaml | there is no file none/such.yaml",
                "../.ci | ../.ci has no price files; name a folder such as config/prices"
            })
    void refusesNamesWithoutPrices(String word, String problem) {
        ConsoleFixture.Run run = CONSOLE.run("prices", "impact", "guide", word);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("tunetally: " + problem);
    }

    /** Writes a book that is looked up first, with another price for training GPT-4.1 mini on Azure; the published one is $5. */
    private Path book(double price) throws IOException {
        return file(
                "mine.yaml",
                "{model: gpt-4.1-mini, provider: azure, deployment: global, training: {full: " + price
                        + "}, sources: [page], confidence: A}");
    }

    private Path file(String name, String entry) throws IOException {
        return Files.writeString(folder.resolve(name), """
                schema: tunetally-pricebook/1
                edition: mine
                sources: {page: {title: A page}}
                prices:
                  - %s
                """.formatted(entry));
    }

    private Path copy() throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.copy(file, copy.resolve(SHIPPED.relativize(file).toString()));
            }
        }
        return copy;
    }
}
