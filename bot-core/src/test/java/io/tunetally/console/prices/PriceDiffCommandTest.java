package io.tunetally.console.prices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tunetally.console.ConsoleFixture;
import io.tunetally.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceDiffCommandTest {
    private static final ConsoleFixture CONSOLE = new ConsoleFixture();

    @Test
    void explainsEachDisagreementOfTheShippedBooks() {
        ConsoleFixture.Run run = CONSOLE.run("prices", "diff", "guide", "published");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith(
                        "guide and published on 2026-11-25: both know 12 figures. 6 agree (within 5 %), 6 disagree.\n")
                .contains("""

                        gpt-4.1-mini at openai: training per 1M tokens
                          guide      $4.00  guide undated   full sft
                          published  $5.00  oai_ts undated  full sft dpo
                          ratio 1.25
                          - guide is undated, published is undated
                        """)
                .contains("""
                          ratio 0.58
                          - guide prices full, published lora
                          - published prices open models by size (over 69B up to 100B), not this one by name
                          - guide is undated, published was seen on 2026-08-19
                        """)
                .contains("\nSources\n", "\n  oai_ts  Copy of OpenAI's price tables in TypeScript");
        assertThat(run.out()).doesNotContain("gpt-4o at");
    }

    @Test
    void carriesBothPricesAndTheirRatioInJson() throws IOException {
        JsonNode diff = JsonMapper.builder()
                .build()
                .readTree(CONSOLE.run("prices", "diff", "published", "guide", "--as", "json")
                        .out());
        assertThat(diff.path("known").asInt()).isEqualTo(12);
        assertThat(diff.path("agreeing").asInt()).isEqualTo(6);
        assertThat(diff.path("disagreements")).hasSize(6).anySatisfy(one -> {
            assertThat(one.path("model").asText()).isEqualTo("gpt-4.1-mini");
            assertThat(one.path("figure").asText()).isEqualTo("training");
            assertThat(one.path("one").path("edition").asText()).isEqualTo("published");
            assertThat(one.path("one").path("price").path("low").asText()).isEqualTo("5.00");
            assertThat(one.path("one").path("observed").isNull()).isTrue();
            assertThat(one.path("other").path("price").path("low").asText()).isEqualTo("4.00");
            assertThat(one.path("other").path("observed").isNull()).isTrue();
            assertThat(one.path("ratio").asText()).isEqualTo("0.8");
            assertThat(one.path("explanation").asText()).endsWith("20 % lower");
            assertThat(one.path("reasons").path(0).asText()).isEqualTo("published is undated, guide is undated");
        });
        assertThat(diff.path("disagreements")).anySatisfy(one -> {
            assertThat(one.path("model").asText()).isEqualTo("gemini-2.0-flash");
            assertThat(one.path("one").path("observed").asText()).isEqualTo("2026-03-09");
            assertThat(one.path("reasons").valueStream().map(JsonNode::asText))
                    .contains("published was seen on 2026-03-09, guide is undated");
        });
    }

    @Test
    void givesRangesInferencesAndDaysAsReasons(@TempDir Path folder) throws IOException {
        book(folder, "ours", "{low: 1, high: 3}, observed: 2026-10-11, inferred: half of the list price");
        book(folder, "theirs", "2, observed: 2026-10-01");
        book(folder, "free", "0, observed: 2026-10-11");
        ConsoleFixture console = CONSOLE.withConfiguration(folder);
        assertThat(console.run("prices", "diff", "theirs", "ours").out()).contains("""
                gpt-4o at azure: hosting per hour
                  theirs        $2.00  page 2026-10-01
                  ours    $1.00-$3.00  page 2026-10-11
                  ratio 1.5
                  - ours has sources that disagree, hence a range
                  - ours is inferred: half of the list price
                  - ours was seen 10 days later
                """);
        assertThat(console.run("prices", "diff", "free", "ours").out())
                .contains("\n  ratio none (one is free)\n", "\n  - both were seen on 2026-10-11\n");
    }

    @Test
    void explainsADisagreementInItsHelp() {
        assertThat(CONSOLE.run("prices", "diff", "--help").out()).contains("more than 5 % apart");
    }

    private static void book(Path folder, String edition, String hosting) throws IOException {
        Path prices = Files.createDirectories(folder.resolve("prices"));
        Files.writeString(prices.resolve(edition + ".yaml"), """
                schema: tunetally-pricebook/1
                edition: %s
                sources: {page: {title: A page}}
                prices:
                  - {model: gpt-4o, provider: azure, sources: [page], confidence: A, hosting_hour: %s}
                """.formatted(edition, hosting));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "guide | publised | no price book 'publised'; did you mean published?",
                "guide | guide | name two different price books"
            })
    void refusesInvalidComparisons(String one, String other, String problem) {
        ConsoleFixture.Run run = CONSOLE.run("prices", "diff", one, other);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("tunetally: " + problem);
    }
}
