package io.tunetally.console.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.catalog.RealLists;
import io.tunetally.console.ConsoleFixture;
import io.tunetally.runtime.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports lists from addresses. A list that does not arrive leaves the price book as it was. */
@Timeout(120)
@ResourceLock(TlsServer.TRUST)
class PriceImportAddressTest {
    private static final String MODELS = "{\"data\": [{\"id\": \"davinci-002\", \"shutdown_date\": \"2026-09-28\"}]}";

    @TempDir
    Path folder;

    private Path prices = Path.of("");
    private ConsoleFixture console = new ConsoleFixture();

    @BeforeEach
    void makeTheOperatorsFolder() {
        prices = folder.resolve("prices");
        console = new ConsoleFixture().withConfiguration(folder);
    }

    @Test
    void importsEveryKindOfListFromAnAddress() throws Exception {
        assertThat(imported("lifecycle", MODELS, "--provider", "openai"))
                .contains("davinci-002", "observed: " + ConsoleFixture.TODAY);
        assertThat(imported("genai-prices", RealLists.GENAI.text())).contains("model: gpt-4o-mini");
        assertThat(imported("litellm", RealLists.LITELLM.text())).contains("observed: 2026-07-24");
        assertThat(imported("azure", RealLists.AZURE.text())).contains("training_hour: ");
    }

    @Test
    void readsTheSecondSourceFromAnAddressToo() throws Exception {
        Path list = Files.writeString(folder.resolve("list.json"), RealLists.LITELLM.text());
        try (TlsServer server = new TlsServer(TlsServer.of(200, "", RealLists.GENAI.text()))) {
            ConsoleFixture.Run run = console.run(
                    "prices",
                    "import",
                    "litellm",
                    list.toString(),
                    "--into",
                    "litellm",
                    "--second-source",
                    server.address());
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("$2.00 differs 10 times from $20.00 of the second source");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | gone | 69 | answers 404 instead of 200",
                "302 | moved | 69 | answers 302 instead of 200",
                "200 | <!DOCTYPE html><title>Sign in</title> | 78 | a web page or XML instead of JSON",
                "200 | {\"data\": [{\"id\": \"davinci-002\" | 78 | not readable as JSON",
                "200 | {\"data\": [{\"id\": \"davinci-002\"}]} | 2 | ''"
            })
    void leavesTheBookAsItWas(int status, String body, int exitCode, String problem) throws Exception {
        String before = imported("lifecycle", MODELS, "--provider", "openai");
        try (TlsServer server = new TlsServer(TlsServer.of(status, "", body))) {
            ConsoleFixture.Run run = lifecycle(server.address() + "?api-key=secret");
            assertThat(run.exitCode()).isEqualTo(exitCode);
            assertThat(run.err()).contains(problem).doesNotContain("secret");
        }
        assertThat(prices.resolve("book.yaml")).hasContent(before);
        assertThat(filesOfPrices()).containsExactly("book.yaml");
    }

    @Test
    void leavesTheBookAsItWasIfTheAnswerBreaksOffOrIsNoText() throws Exception {
        String before = imported("lifecycle", MODELS, "--provider", "openai");
        try (TlsServer server = new TlsServer(out -> {
            out.write(TlsServer.head(200, "Content-Length: " + MODELS.length() + "\r\n"));
            out.write(MODELS.substring(0, 40).getBytes(StandardCharsets.US_ASCII));
        })) {
            ConsoleFixture.Run run = lifecycle(server.address());
            assertThat(run.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(run.err())
                    .startsWith("tunetally: " + server.address() + " broke off before the list was complete (")
                    .endsWith("Nothing was written\n");
        }
        try (TlsServer server = new TlsServer(out -> {
            out.write(TlsServer.head(200, ""));
            out.write(new byte[] {'{', (byte) 0xFF});
        })) {
            ConsoleFixture.Run run = lifecycle(server.address());
            assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_CONFIGURATION);
            assertThat(run.err()).contains(server.address() + ":1: is not UTF-8 text (byte 0xFF)");
        }
        assertThat(prices.resolve("book.yaml")).hasContent(before);
        assertThat(filesOfPrices()).containsExactly("book.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.com/list?key=secret | http://example.com/list: only https is read",
                "https://me:secret@example.com/list | https://example.com/list: an address with a user name or password",
                "missing.json | there is no file missing.json"
            })
    void refusesAnAddressThatIsNotReadAsUsage(String place, String problem) {
        ConsoleFixture.Run run = lifecycle(place);
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("tunetally: " + problem).doesNotContain("secret");
        assertThat(prices).doesNotExist();
    }

    private ConsoleFixture.Run lifecycle(String place) {
        return console.run("prices", "import", "lifecycle", place, "--provider", "openai", "--into", "book");
    }

    /** Returns the price book that an import from a working address writes, and that it names the address. */
    private String imported(String kind, String list, String... options) throws Exception {
        Files.deleteIfExists(prices.resolve("book.yaml"));
        try (TlsServer server = new TlsServer(TlsServer.of(200, "", list))) {
            ConsoleFixture.Run run = console.run(Stream.concat(
                            Stream.of("prices", "import", kind, server.address() + "?api-key=secret", "--into", "book"),
                            Stream.of(options))
                    .toArray(String[]::new));
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
            String yaml = Files.readString(prices.resolve("book.yaml"));
            assertThat(yaml).contains("url: \"" + server.address() + "\"").doesNotContain("secret");
            return yaml;
        }
    }

    private List<String> filesOfPrices() throws IOException {
        try (Stream<Path> files = Files.list(prices)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
