package io.tunetally.console.prices.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tunetally.console.ConsoleFixture;
import io.tunetally.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceStaleCommandTest {
    @TempDir
    Path folder;

    private ConsoleFixture console = new ConsoleFixture();

    @BeforeEach
    void layABookOverTheOthers() throws IOException {
        Path prices = Files.createDirectories(folder.resolve("prices"));
        Files.writeString(prices.resolve("mine.yaml"), """
                schema: tunetally-pricebook/1
                edition: mine
                sources:
                  copy: {title: A copy}
                  rare: {title: Rare models, url: "https://example.com/rare", observed: 2026-09-25}
                  usual: {title: Usual models, url: "https://example.com/usual", observed: 2026-09-25}
                  fresh: {title: Fresh models, url: "https://example.com/fresh", observed: 2026-09-26}
                prices:
                  - {model: mistral-7b, provider: together, training: {lora: 1}, sources: [rare], confidence: A}
                  - {model: gpt-4o-mini, provider: together, training: {lora: 2}, sources: [usual], confidence: A}
                  - {model: gpt-4o, provider: together, training: {lora: 3}, sources: [fresh], confidence: A}
                  - {model: gpt-4o, provider: together, hosting_hour: 4, effective: {until: 2026-11-25}, sources: [usual], confidence: A}
                  - {model: gpt-4o, provider: together, storage_month: 5, sources: [copy], confidence: A}
                """);
        console = console.withConfiguration(folder);
    }

    @Test
    void listsWhatIsOlderThanSixtyDaysByPageWithTheMostAskedModelsFirst() {
        ConsoleFixture.Run run = console.run("prices", "stale");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("On 2026-11-25, ")
                .contains(" were last seen more than 60 days ago; ")
                .containsSubsequence("""

                        together: Usual models
                          https://example.com/usual
                          gpt-4o-mini  training  lora  $2.00  mine  2026-09-25, 61 days old
                        """, """

                        together: Rare models
                          https://example.com/rare
                          mistral-7b  training  lora  $1.00  mine  2026-09-25, 61 days old
                        """, "\nUndated, so of unknown age: ", """

                        together: A copy
                          (no address)
                          gpt-4o  storage-month    $5.00  mine  undated
                        """)
                .doesNotContain("Fresh models", "$4.00  mine");
    }

    @ParameterizedTest
    @CsvSource({"59, 2026-11-25, true", "60, 2026-11-25, false", "60, 2026-11-26, true"})
    void countsDaysToTheDayAsked(int days, String asOf, boolean listed) {
        ConsoleFixture.Run run = console.run("prices", "stale", "--days", "" + days, "--as-of", asOf);
        assertThat(run.out().contains("Fresh models")).isEqualTo(listed);
    }

    @Test
    void failsOnlyIfAskedToAndOnlyForDatedPrices() {
        assertThat(console.run("prices", "stale", "--fail").exitCode()).isEqualTo(ExitCode.BEYOND_LIMIT);
        ConsoleFixture.Run none = console.run("prices", "stale", "--fail", "--days", "100000");
        assertThat(none.exitCode()).isZero();
        assertThat(none.out())
                .startsWith("On 2026-11-25 no dated price is older than 100000 days.\n")
                .contains("Undated");
    }

    @Test
    void carriesPagesAndPricesInJson() throws IOException {
        JsonNode stale = JsonMapper.builder()
                .build()
                .readTree(console.run("prices", "stale", "--as", "json").out());
        assertThat(stale.path("days").asInt()).isEqualTo(60);
        assertThat(stale.path("pages")).anySatisfy(page -> {
            assertThat(page.path("provider").asText()).isEqualTo("together");
            assertThat(page.path("url").asText()).isEqualTo("https://example.com/usual");
            assertThat(page.path("prices")).hasSize(1);
            assertThat(page.path("prices").path(0).path("ageDays").asInt()).isEqualTo(61);
        });
        assertThat(stale.path("undated"))
                .anySatisfy(page -> assertThat(page.path("title").asText()).isEqualTo("A copy"));
    }

    @Test
    void refusesANegativeAge() {
        ConsoleFixture.Run run = console.run("prices", "stale", "--days", "-1");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("tunetally: --days -1 is negative; use 0 or more");
    }

    @Test
    void showsAReminderForCronInItsHelp() {
        assertThat(console.run("prices", "stale", "--help").out())
                .contains("0 8 * * 1  out=$(/opt/tunetally/tunetally prices stale --fail) || echo \"$out\"");
    }
}
