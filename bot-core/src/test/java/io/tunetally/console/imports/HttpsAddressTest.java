package io.tunetally.console.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@ResourceLock(TlsServer.TRUST)
class HttpsAddressTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void readsTheListAndAsksOnce() throws Exception {
        try (TlsServer server = new TlsServer(TlsServer.of(200, "", "{\"é\": 1}"))) {
            HttpsAddress address = HttpsAddress.of(server.address() + "?key=secret#part");
            assertThat(new String(address.read(LONG), StandardCharsets.UTF_8)).isEqualTo("{\"é\": 1}");
            assertThat(address.name()).isEqualTo(server.address());
            assertThat(server.requests()).containsExactly("GET /list.json?key=secret HTTP/1.1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.com/list | only https is read; use the https address",
                "file:///etc/passwd | only https is read",
                "ftp://example.com/list | only https is read",
                "https://user:secret@example.com/list | an address with a user name or password is not read",
                "https:///list | it names no server; write https://server/path",
                "https://a_b/list | it names no server; write https://server/path",
                "https://example.com/a list | it is not an address: Illegal character in path"
            })
    void refusesAnAddressThatIsNotHttps(String text, String problem) {
        assertThat(HttpsAddress.is(text)).isTrue();
        assertThatThrownBy(() -> HttpsAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(problem);
    }

    @ParameterizedTest
    @CsvSource({"list.json", "C:/lists/list.json", "./https/list.json", "/tmp/a:b//c"})
    void takesAnythingElseForAFile(String text) {
        assertThat(HttpsAddress.is(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | '' | answers 404 instead of 200; check the address, or try again later",
                "503 | '' | answers 503 instead of 200",
                "204 | '' | answers 204 instead of 200",
                "401 | '' | answers 401, it wants a key; download the list with the key and name the file",
                "403 | '' | answers 403, it wants a key",
                "302 | https://other.example/list?key=1 | answers 302 and refers to https://other.example/list; if you trust",
                "301 | http://other.example/list | answers 301 and refers to http://other.example/list; if you trust",
                "304 | '' | answers 304 instead of 200"
            })
    void namesAnAnswerThatIsNoList(int status, String location, String problem) throws Exception {
        String headers = location.isEmpty() ? "" : "Location: " + location + "\r\n";
        try (TlsServer server =
                new TlsServer(TlsServer.of(status, headers, status == 204 || status == 304 ? "" : "no"))) {
            refused(server, LONG, problem);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void givesUpOnASilentServer() throws Exception {
        try (TlsServer server = new TlsServer(_ -> Thread.sleep(Duration.ofMinutes(1)))) {
            refused(server, Duration.ofSeconds(1), "has not sent the list within 1 seconds; try again later");
        }
    }

    @Test
    void givesUpOnABodyThatTricklesIn() throws Exception {
        try (TlsServer server = new TlsServer(out -> {
            out.write(TlsServer.head(200, ""));
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(50);
            }
        })) {
            refused(server, Duration.ofSeconds(1), "has not sent the list within 1 seconds");
        }
    }

    @Test
    void stopsAnEndlessBodyAtTheLimit() throws Exception {
        try (TlsServer server = new TlsServer(out -> {
            out.write(TlsServer.head(200, ""));
            while (true) {
                out.write(new byte[1 << 16]);
            }
        })) {
            refused(server, LONG, "sends more than 16 MiB, the most that is read");
        }
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        try (TlsServer server = new TlsServer(out -> {
            out.write(TlsServer.head(200, "Content-Length: " + ListReader.MOST_BYTES + "\r\n"));
            out.write(new byte[ListReader.MOST_BYTES]);
        })) {
            assertThat(HttpsAddress.of(server.address()).read(LONG)).hasSize(ListReader.MOST_BYTES);
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 1000", "Transfer-Encoding: chunked"})
    void noticesAConnectionThatIsCut(String header) throws Exception {
        try (TlsServer server = new TlsServer(out -> {
            out.write(TlsServer.head(200, header + "\r\n"));
            out.write("3e8\r\n{\"data\": [".getBytes(StandardCharsets.US_ASCII));
        })) {
            refused(server, LONG, "broke off before the list was complete");
        }
    }

    @Test
    void noticesAServerThatAnswersNothing() throws Exception {
        try (TlsServer server = new TlsServer(OutputStream::flush)) {
            refused(server, LONG, "broke off before the list was complete");
        }
    }

    @Test
    void trustsNoUnknownCertificate() throws Exception {
        try (TlsServer server = new TlsServer(TlsServer.of(200, "", "{}"))) {
            server.distrust();
            refused(server, LONG, "has no connection that can be trusted (");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void saysThatAServerCannotBeReached() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatThrownBy(() ->
                        HttpsAddress.of("https://localhost:" + free + "/list").read(LONG))
                .isInstanceOf(AddressException.class)
                .hasMessageStartingWith("https://localhost:" + free + "/list cannot be reached")
                .hasMessageEndingWith("check the address and this machine's network. Nothing was written");
        assertThatThrownBy(() ->
                        HttpsAddress.of("https://no-such-server.invalid/list").read(LONG))
                .isInstanceOf(AddressException.class)
                .hasMessageStartingWith("https://no-such-server.invalid/list cannot be reached");
    }

    private static void refused(TlsServer server, Duration limit, String problem) {
        assertThatThrownBy(() -> HttpsAddress.of(server.address()).read(limit))
                .isInstanceOf(AddressException.class)
                .hasMessageStartingWith(server.address() + " " + problem)
                .hasMessageEndingWith(". Nothing was written");
    }
}
