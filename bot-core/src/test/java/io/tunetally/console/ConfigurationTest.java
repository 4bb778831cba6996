package io.tunetally.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.runtime.ExitCode;
import io.tunetally.settings.SettingsException;
import io.tunetally.settings.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A faulty operator's folder: the error names file, line and key, and the exit code is 78. */
@Timeout(60)
final class ConfigurationTest {
    @TempDir
    private Path folder;

    private String refusal() {
        ConsoleFixture.Run run = new ConsoleFixture().withConfiguration(folder).run("ask", "tco gpt-4o 1k examples");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        return run.err();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            memory         | retentionHours    | 9223372036854775807 | 1 to 87600
            defaults       | months            | 1000000             | 1 to 120
            defaults       | months            | 121                 | 1 to 120
            defaults       | epochs            | 101                 | 1 to 100
            defaults       | examples          | 1000000001          | 1 to 1000000000
            defaults       | requestsPerDay    | 0                   | 1 to 10000000000
            defaults       | outputTokens      | 1e3                 | 1 to 1000000000
            """)
    void hasARangeForEachNumber(String section, String key, String value, String range) throws IOException {
        Path file = write("tunetally.yaml", "# mine\n" + section + ":\n  " + key + ": " + value + "\n");

        assertThat(refusal())
                .startsWith("tunetally: " + file + ":3: " + section + "." + key + ": must be a whole number from "
                        + range + ", not ");
    }

    @Test
    void hasARangeForEachTimeThatSomethingIsKept() throws IOException {
        Path file = write("tunetally.yaml", """
                storage:
                  retention:
                    deliveryMinutes: 9223372036854775807
                    actionKeyDays: 106751991168
                    oauthStateMinutes: 1000000
                    deletionLogDays: 9223372036854775807
                    quoteDays: 3651
                    voteDays: 0
                """);
        ConsoleFixture.Run run = new ConsoleFixture()
                .withConfiguration(folder)
                .with("XDG_DATA_HOME", folder.toString())
                .run("data", "status");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(run.err())
                .contains(
                        file + ":3: storage.retention.deliveryMinutes: must be a whole number from 1 to 43200",
                        file + ":4: storage.retention.actionKeyDays: must be a whole number from 1 to 3650",
                        file + ":5: storage.retention.oauthStateMinutes: must be a whole number from 1 to 1440",
                        file + ":6: storage.retention.deletionLogDays: must be a whole number from 1 to 3650",
                        file + ":7: storage.retention.quoteDays: must be a whole number from 1 to 3650",
                        file + ":8: storage.retention.voteDays: must be a whole number from 1 to 3650");
    }

    @Test
    void answersAtTheEndsOfItsRanges() throws IOException {
        write("tunetally.yaml", """
                defaults:
                  examples: 1000000000
                  tokensPerExample: 10
                  epochs: 100
                  requestsPerDay: 10000000000
                  inputTokens: 1000000000
                  outputTokens: 1000000000
                  months: 120
                memory: {retentionHours: 87600}
                """);

        ConsoleFixture.Run run = new ConsoleFixture().withConfiguration(folder).run("ask", "tco gpt-4.1-mini");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replace('\n', ' '))
                .contains("1,000,000,000 examples", "100 epochs", "10,000,000,000 requests/day");
    }

    @ParameterizedTest
    @CsvSource({"tunetally.yaml", "prices/mine.yaml"})
    void namesTheLineThatIsNoUtf8(String name) throws IOException {
        Path file = write(name, "");
        Files.write(file, "# one\n# two\n# d\u00e9j\u00e0\n".getBytes(ISO_8859_1));

        assertThat(refusal()).startsWith("tunetally: " + file + ":3: is not UTF-8 text (byte 0xE9)");
    }

    @Test
    void namesTheLineOfAnUnknownEdition() throws IOException {
        Path file = write("tunetally.yaml", "# mine\neditions: [gide, guide]\n");

        assertThat(refusal())
                .startsWith("tunetally: " + file + ":2: editions: unknown edition 'gide'; known are guide, published");
    }

    @ParameterizedTest
    @CsvSource({
        "mod\u00e8le, holds a character",
        "lora,    is also",
        "x,       is never recognised",
        "'\"42\"',is never recognised",
    })
    void namesTheLineOfAnAliasThatCannotBeUsed(String alias, String why) throws IOException {
        Path file = write("prices/mine.yaml", """
                schema: tunetally-pricebook/1
                edition: mine
                sources: {page: {title: A page}}
                models:
                  - {id: house-1, name: House One, open: true, aliases: [%s]}
                """.formatted(alias));

        assertThat(refusal())
                .startsWith("tunetally: " + file + ":5: models[0].aliases: '" + alias.replace("\"", "") + "'")
                .contains(why);
    }

    @Test
    void namesTheLineOfAYamlAlias() throws IOException {
        Path file = write("tunetally.yaml", "defaults:\n  epochs: &e 3\n  months: *e\n");

        assertThat(refusal()).startsWith("tunetally: " + file + ":3: defaults.months: YAML aliases");
    }

    @ParameterizedTest
    @CsvSource({"tunetally.yaml, memory: ", "prices/mine.yaml, models: "})
    void namesTheLineThatIsNestedTooDeep(String name, String before) throws IOException {
        Path file = write(name, "# mine\n" + before + " " + "[".repeat(50_000) + "]".repeat(50_000) + "\n");

        assertThat(refusal()).startsWith("tunetally: " + file + ":2: ").hasSizeLessThan(1000);
    }

    @ParameterizedTest
    @CsvSource({"tunetally.yaml, k%d: 1", "prices/mine.yaml, k%d: 1"})
    void saysNoMoreThanAPersonReads(String name, String line) throws IOException {
        StringBuilder text = new StringBuilder("# mine\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(line.formatted(i)).append('\n');
        }
        Path file = write(name, text.toString());

        assertThat(refusal()).contains(file + ":").hasSizeLessThan(64 << 10);
    }

    @Test
    void namesTheLineOfAListThatStandsWhereKeysBelong() throws IOException {
        Path file = write("prices/mine.yaml", "# mine\n- a\n");

        assertThat(refusal()).startsWith("tunetally: " + file + ":2: must be keys with values");
    }

    @ParameterizedTest
    @CsvSource({"tunetally.yml", "TuneTally.YAML", "prices/mine.yml", "prices/mine.YAML"})
    void ignoresNoFileOfAnotherEnding(String name) throws IOException {
        Path file = write(name, "editions: [guide]\n");

        assertThat(refusal())
                .startsWith("tunetally: " + file + ": ")
                .contains("rename it to " + (name.contains("mine") ? "mine.yaml" : "tunetally.yaml"));
    }

    @ParameterizedTest
    @CsvSource({"tunetally.yaml", "prices/mine.yaml"})
    void readsNothingOfAFileThatNoPersonWrites(String name) throws IOException {
        Path file = write(name, "# a line of forty characters and no more\n".repeat(10_000_000 / 41));

        assertThat(refusal()).startsWith("tunetally: " + file + ": has 10 MiB; at most 1 MiB is read");
        // The size is rejected without reading the file: within the time of a question.
        assertThatThrownBy(() -> TextFile.read(file)).isInstanceOf(SettingsException.class);
    }
}
