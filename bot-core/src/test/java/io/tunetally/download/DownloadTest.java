package io.tunetally.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tunetally.download.DownloadException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of a download against a server on this machine. */
@Timeout(60)
class DownloadTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        switch (path) {
            case "/large" -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().flush();
                pause();
            }
            case "/moved" -> {
                exchange.getResponseHeaders().add("Location", "/ten");
                exchange.sendResponseHeaders(302, -1);
            }
            case "/endless" -> {
                exchange.sendResponseHeaders(200, 0);
                while (true) {
                    exchange.getResponseBody().write(new byte[1_024]);
                }
            }
            case "/silent" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("begin".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                pause();
            }
            case "/dead" -> pause();
            default -> {
                exchange.sendResponseHeaders(200, 10);
                exchange.getResponseBody().write("0123456789".getBytes(StandardCharsets.UTF_8));
            }
        }
        exchange.close();
    }

    private static void pause() {
        try {
            Thread.sleep(LONG);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void readsTheContentWithTheHeaders() throws Exception {
        assertThat(read("/ten", new Download.Limits(10, LONG, LONG, LONG))).isEqualTo("0123456789");
        assertThat(asked).containsExactly("/ten Bearer x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ten", "/large", "/endless"})
    void readsNoMoreThanTheLimit(String path) {
        assertThat(refused(path, new Download.Limits(9, LONG, LONG, LONG)).kind())
                .isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void countsBytesThatTheReaderSkips() throws Exception {
        try (Download download = begin("/endless", new Download.Limits(5_000, LONG, LONG, LONG))) {
            assertThat(download.body().skip(0)).isZero();
            assertThat(download.body().skip(10)).isBetween(1L, 10L);
            assertThatThrownBy(() -> download.body().skipNBytes(6_000))
                    .isInstanceOfSatisfying(
                            DownloadException.class,
                            failed -> assertThat(failed.kind()).isEqualTo(Kind.TOO_LARGE));
        }
    }

    @Test
    void followsNoRedirect() {
        DownloadException refused = refused("/moved", new Download.Limits(10, LONG, LONG, LONG));
        assertThat(refused.kind()).isEqualTo(Kind.STATUS);
        assertThat(refused.status()).isEqualTo(302);
        assertThat(asked).containsExactly("/moved Bearer x");
    }

    @Test
    void endsWhenNothingComesForAWhile() {
        assertThat(refused("/silent", new Download.Limits(10, LONG, SHORT, LONG))
                        .kind())
                .isEqualTo(Kind.TOO_SLOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/dead"})
    void endsAfterTheWholeTime(String path) {
        assertThat(refused(path, new Download.Limits(10, LONG, LONG, SHORT)).kind())
                .isEqualTo(Kind.TOO_SLOW);
    }

    @Test
    void countsNoTimeThatTheReaderTakes() throws Exception {
        try (Download download = begin("/ten", new Download.Limits(10, LONG, SHORT, LONG));
                InputStream body = download.body()) {
            body.read();
            Thread.sleep(SHORT.multipliedBy(3));
            assertThat(body.readAllBytes()).hasSize(9);
        }
    }

    @Test
    void saysThatAServerIsNotThere() {
        server.stop(0);
        assertThat(refused("/ten", new Download.Limits(10, LONG, LONG, LONG)).kind())
                .isEqualTo(Kind.UNREACHABLE);
    }

    private Download begin(String path, Download.Limits limits) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return Download.begin(uri, Map.of("Authorization", "Bearer x"), limits);
    }

    private String read(String path, Download.Limits limits) throws IOException {
        try (Download download = begin(path, limits)) {
            return new String(download.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private DownloadException refused(String path, Download.Limits limits) {
        DownloadException[] refused = new DownloadException[1];
        assertThatThrownBy(() -> read(path, limits))
                .isInstanceOfSatisfying(DownloadException.class, failed -> refused[0] = failed);
        return refused[0];
    }
}
