package io.tunetally.console.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.console.ConsoleFixture;
import io.tunetally.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceCheckCommandTest {
    private static final ConsoleFixture CONSOLE = new ConsoleFixture();
    private static final String BROKEN = """
            schema: tunetally-pricebook/1
            edition: mine
            sources: {page: {title: A page}}
            prices:
              - {model: gpt-4o, provider: openai, training: {full: -1}, sources: [page], confidence: A}
              - {model: gpt-4o, provider: openai, trainin: {full: 1}, sources: [page], confidence: A}
            """;

    @TempDir
    Path folder;

    @Test
    void printsALineForEachConfiguredBook() {
        ConsoleFixture.Run run = CONSOLE.run("prices", "check");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .hasSize(2)
                .last()
                .asString()
                .matches("ok  guide: \\d+ prices, 2 rules - Fine-tuning cost guide");
        assertThat(run.out()).startsWith("ok  published: ");
    }

    @Test
    void laysFilesOverTheBuiltInBooks() throws IOException {
        Path file = file("mine.yaml", BROKEN.replace("-1", "1").replaceAll("(?m)^.*trainin:.*\n", ""));
        ConsoleFixture.Run run = CONSOLE.run("prices", "check", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(3).first().isEqualTo("ok  mine: 1 prices, 0 rules - mine");
    }

    @Test
    void printsEveryFaultWithFileLineAndKey() throws IOException {
        Path file = file("mine.yaml", BROKEN);
        Path other = file("other.yaml", "edition: other\n");
        ConsoleFixture.Run run = CONSOLE.run("prices", "check", file.toString(), other.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .contains(other + ":1: schema: is missing; add it")
                .anyMatch(line -> line.startsWith(file + ":5: prices[0].training.full: is negative"))
                .anyMatch(line -> line.startsWith(file + ":6: prices[1].trainin: unknown key"))
                .allMatch(line -> line.matches(".*\\.yaml:\\d+: \\S+: .+"));
    }

    @Test
    void checksTheOperatorsFolderToo() throws IOException {
        Path prices = Files.createDirectories(folder.resolve("prices"));
        Files.writeString(prices.resolve("mine.yaml"), BROKEN);
        ConsoleFixture.Run run = CONSOLE.withConfiguration(folder).run("prices", "check");
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(run.err()).startsWith(prices.resolve("mine.yaml") + ":5: prices[0].training.full: ");
    }

    @Test
    void refusesANameThatTheLexiconKnowsAsTheStartDoes() throws IOException {
        Path file = file("mine.yaml", """
                schema: tunetally-pricebook/1
                edition: mine
                providers: [{id: runway, name: Epochs}]
                """);
        ConsoleFixture.Run run = CONSOLE.run("prices", "check", file.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(run.err()).contains("epochs").contains("is also");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        ConsoleFixture.Run run =
                CONSOLE.run("prices", "check", folder.resolve("none.yaml").toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("there is no file " + folder.resolve("none.yaml"));
    }

    @Test
    void saysWhichFileIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("mine.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});
        ConsoleFixture.Run run = CONSOLE.run("prices", "check", file.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(run.err()).startsWith("tunetally: " + file + ":1: is not UTF-8 text");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
