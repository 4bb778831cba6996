package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.console.terminal.CommandContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes, and the output on each stream. */
final class CommandLineInterfaceTest {
    private static final ConsoleFixture CONSOLE = new ConsoleFixture();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "cost gpt-4o 1k examples, 0",
        "cost gpt-4o 1k examples blorft, 0",
        "help, 0",
        "cost llama 1k examples, 2",
        "cost gpt-9 1k examples, 2",
        "nice weather today, 2"
    })
    void theExitCodeOfAskFollowsTheAnswer(String text, int exitCode) {
        ConsoleFixture.Run run = CONSOLE.run("ask", text);
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isNotBlank();
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ask --as yaml models      | 'yaml' is not one of: text, json
            ask --as-of soon models   | soon
            ask --edition mine models | no price book 'mine'
            frobnicate                | frobnicate
            ask --foo recommend       | unknown option --foo
            ask --conversation a hi   | chat --conversation NAME
            """)
    void wrongUsageIs64AndSaidOnStandardErrorOnly(String arguments, String said) {
        ConsoleFixture.Run run = CONSOLE.run(arguments.split(" "));
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("tunetally: ").contains(said).contains("--help");
    }

    @Test
    void drawsTheChartOfAnAnswerThatHasOne() throws IOException {
        Path file = folder.resolve("chart.png");

        ConsoleFixture.Run run = CONSOLE.run("ask", "--chart", file.toString(), "compare all 1k examples");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void saysWhereAnAnswerHasNoChartToDraw() {
        Path file = folder.resolve("chart.png");

        ConsoleFixture.Run run = CONSOLE.run("ask", "--chart", file.toString(), "cost gpt-4o 1k examples");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("$37.50");
        assertThat(run.err()).contains("no chart", file.toString());
        assertThat(file).doesNotExist();
    }

    @Test
    void aChartThatCannotBeWrittenIsWrongUsage() {
        Path file = folder.resolve("nowhere").resolve("chart.png");

        ConsoleFixture.Run run = CONSOLE.run("ask", "--chart", file.toString(), "compare all 1k examples");

        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--chart: " + file + " cannot be written");
    }

    @Test
    void aCommandIsMissing() {
        ConsoleFixture.Run run = CONSOLE.run();
        assertThat(run.exitCode()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("ask").contains("chat").contains("prices");
    }

    @Test
    void aBadPriceFileIs78AndNamedWithFileLineAndKey() throws IOException {
        Path prices = Files.createDirectories(folder.resolve("prices"));
        Files.writeString(prices.resolve("mine.yaml"), """
                schema: tunetally-pricebook/1
                edition: mine
                sources: {page: {title: A page}}
                prices:
                  - {model: gpt-4o, provider: openai, training: {full: -1}, sources: [page], confidence: A}
                """);
        ConsoleFixture.Run run = CONSOLE.withConfiguration(folder).run("ask", "cost gpt-4o");
        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("mine.yaml:5").contains("training.full");
    }

    @Test
    void aBugIs70WithAnIncidentIdAndNoStackTrace() {
        Reader broken = new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("the wire was cut");
            }

            @Override
            public void close() {}
        };
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLineInterface(surroundings(Map.of(), broken, out, err, false)).run("ask");
        assertThat(exitCode).isEqualTo(70);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .matches("(?s)tunetally: a bug, incident [0-9a-f]{8}: .*the wire was cut\\R")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask", "chat", "parse", "dataset", "diff", "prices", "data", "doctor"})
    void everyCommandIsFoundByItsOwnNameAndListed(String name) {
        assertThat(CONSOLE.run(name, "--help").out()).startsWith("Usage: tunetally " + name);
        assertThat(CONSOLE.run("--help").out()).contains("\n  " + name + " ");
    }

    @Test
    void helpAndVersionAreResults() {
        for (String option : new String[] {"--help", "--version"}) {
            ConsoleFixture.Run run = CONSOLE.run(option);
            assertThat(run.exitCode()).as(option).isZero();
            assertThat(run.out()).as(option).containsIgnoringCase("tunetally");
            assertThat(run.err()).as(option).isEmpty();
        }
        assertThat(CONSOLE.run("ask", "--help").out()).contains("--as-of");
    }

    @Test
    void optionsInsideTheMessageAreText() {
        String asText = CONSOLE.run("ask", "cost gpt-4o --epochs 5").out();
        assertThat(CONSOLE.run("ask", "cost", "gpt-4o", "--epochs", "5").out()).isEqualTo(asText);
        assertThat(CONSOLE.run("ask", "--", "cost", "gpt-4o", "--epochs", "5").out())
                .isEqualTo(asText);
        assertThat(asText).contains("5 epochs");
        assertThat(CONSOLE.run("ask", "models", "--as", "json").out()).doesNotStartWith("{");
    }

    @Test
    void readsTheMessageFromStandardInputWhereNoneIsGiven() {
        ConsoleFixture.Run piped =
                CONSOLE.withInput("cost gpt-4o\n1k examples\n").run("ask");
        assertThat(piped.exitCode()).isZero();
        assertThat(piped.out()).startsWith("GPT-4o on OpenAI: $37.50, closed to new customers, ends 2027-01-14\n");
    }

    @Test
    void asOfAndEditionChangeThePrices() {
        assertThat(CONSOLE.run("ask", "--as-of", "2025-06-01", "tco gpt-4o 100 requests/day 6 months")
                        .out())
                .startsWith("GPT-4o on OpenAI: $125.25 over 6 months - $37.50 to train, then $14.63 a month\n");
        assertThat(CONSOLE.run("ask", "--edition", "guide", "cost gpt-4.1-mini").out())
                .startsWith("GPT-4.1 mini on Azure OpenAI (global): $7.50 to train, then $1,224 a month while\n")
                .contains("- Cannot be started today: GPT-4.1 mini on OpenAI ($6.00, closed to new\n");
        assertThat(CONSOLE.run("ask", "--edition", "published", "cost gpt-4.1-mini")
                        .out())
                .startsWith("GPT-4.1 mini on Azure OpenAI (global): $7.50 to train, then $1,224 a month while\n")
                .doesNotContain("guide");
    }

    @Test
    void detailsAreAskedForByAnOptionOrAWord() {
        String details = CONSOLE.run("ask", "--details", "cost gpt-4o").out();
        assertThat(details)
                .contains("Billed    1,500,000 tokens", "- Left out: taxes")
                .isEqualTo(CONSOLE.run("ask", "cost gpt-4o details").out());
        assertThat(CONSOLE.run("ask", "cost gpt-4o").out()).doesNotContain("Billed", "Left out");
    }

    @Test
    void coloursOnlyATerminalThatWantsThem() {
        assertThat(ask(Map.of(), true)).contains("\033[1m");
        assertThat(ask(Map.of("NO_COLOR", ""), true)).contains("\033[1m");
        assertThat(ask(Map.of("NO_COLOR", "1"), true)).doesNotContain("\033[");
        assertThat(ask(Map.of(), false)).doesNotContain("\033[");
    }

    private static String ask(Map<String, String> environment, boolean terminal) {
        StringWriter out = new StringWriter();
        CommandContext commandContext =
                surroundings(environment, new StringReader(""), out, new StringWriter(), terminal);
        assertThat(new CommandLineInterface(commandContext).run("ask", "cost gpt-4o"))
                .isZero();
        return out.toString();
    }

    private static CommandContext surroundings(
            Map<String, String> environment, Reader in, StringWriter out, StringWriter err, boolean terminal) {
        return new CommandContext(
                environment,
                new BufferedReader(in),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                CONSOLE.clock(),
                terminal);
    }
}
