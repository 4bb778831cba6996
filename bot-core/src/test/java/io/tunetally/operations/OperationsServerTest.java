package io.tunetally.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tunetally.Requirement;
import io.tunetally.settings.OperationsPort;
import io.tunetally.settings.SettingsException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests over real sockets. */
class OperationsServerTest {
    private final AtomicBoolean connected = new AtomicBoolean(true);
    private final Health health = new Health("price books", "connection");
    private final Metrics metrics = new Metrics("slack", health);
    private final OperationsServer server = OperationsServer.start(new OperationsPort.On(0), health, metrics);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        server.close();
        metrics.close();
    }

    @Test
    void isAliveAlsoWhereItIsNotReady() throws Exception {
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
        assertThat(get("/healthz").body()).isEqualTo("alive\n");
    }

    @Test
    void namesMissingNeedsUntilAllAreMet() throws Exception {
        HttpResponse<String> starting = get("/readyz");
        assertThat(starting.statusCode()).isEqualTo(503);
        assertThat(starting.body()).isEqualTo("not ready, missing: price books, connection\n");

        health.watch("price books", () -> true);
        assertThat(get("/readyz").body()).isEqualTo("not ready, missing: connection\n");

        health.watch("connection", connected::get);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").body()).isEqualTo("ready\n");
    }

    @Requirement("discord-36")
    @Test
    void isReadyForTheOthersWhileSomethingIsMissingForSome() throws Exception {
        health.watch("price books", () -> true);
        health.watch("connection", connected::get);
        health.watchMore(List::of, () -> List.of("token of T1", "token of T2"));

        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/readyz").body()).isEqualTo("ready, missing for some: token of T1, token of T2\n");
    }

    @Test
    void isNotReadyWhileThePlatformIsGoneAndReadyAgainAfterwards() throws Exception {
        health.watch("price books", () -> true);
        health.watch("connection", connected::get);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);

        connected.set(false);
        assertThat(get("/readyz").statusCode()).isEqualTo(503);

        connected.set(true);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void servesMetricsInPrometheusText() throws Exception {
        metrics.reconnecting();

        HttpResponse<String> scraped = get("/metrics");

        assertThat(scraped.statusCode()).isEqualTo(200);
        assertThat(scraped.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(scraped.body()).contains("\ntunetally_reconnects_total{platform=\"slack\"} 1.0\n");
    }

    @Test
    void answersAHeadRequestWithoutABody() throws Exception {
        HttpResponse<String> response = send("HEAD", "/healthz");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void refusesMethodsOtherThanGetAndHead(String method) throws Exception {
        HttpResponse<String> response = send(method, "/healthz");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/healthz/", "/metrics.json", "/readyz/../secret", "/%2e%2e/etc/passwd"})
    void namesItsPagesWhereThereIsNone(String path) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("/healthz", "/readyz", "/metrics").doesNotContain("root:");
    }

    @Test
    void answersWhileOthersHoldTheirConnectionsInSilence() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
                socket.getOutputStream().write("GET /healthz HTTP/1.1\r\nHost: x\r\n".getBytes(UTF_8));
                silent.add(socket);
            }
            assertThat(get("/healthz").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void isReachedFromThisMachineOnly() throws Exception {
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
        assumeThat(outside).as("an address of this machine besides 127.0.0.1").isPresent();

        assertThatThrownBy(() -> new Socket(outside.orElseThrow(), port()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void namesTheSettingWhereThePortIsTaken() {
        assertThatThrownBy(() -> OperationsServer.start(new OperationsPort.On(port()), health, metrics)
                        .close())
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .startsWith("TUNETALLY_OPS_PORT: port " + port() + " ")
                                .contains("in use", "or off"));
    }

    @Test
    @DisabledOnOs(value = OS.MAC, disabledReason = "there 127.0.0.2 is no address of the machine unless it is made one")
    void servesAtTheAddressThatIsSet() throws Exception {
        InetAddress other = InetAddress.ofLiteral("127.0.0.2");
        try (OperationsServer there = OperationsServer.start(new OperationsPort.On(0, other), health, metrics)) {
            int port = there.port().orElseThrow();
            new Socket(other, port).close();
            assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void namesTheSettingWhereTheAddressIsAnotherMachines() {
        InetAddress elsewhere = InetAddress.ofLiteral("192.0.2.1");

        assertThatThrownBy(() -> OperationsServer.start(new OperationsPort.On(0, elsewhere), health, metrics)
                        .close())
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("TUNETALLY_OPS_ADDRESS: 192.0.2.1 cannot be used");
    }

    @Test
    void servesNothingWhereItIsOff() {
        try (OperationsServer off = OperationsServer.start(new OperationsPort.Off(), health, metrics)) {
            assertThat(off.port()).isEmpty();
        }
    }

    @Test
    void givesItsPortBackWhenItIsClosed() throws Exception {
        int port = port();
        server.close();

        try (OperationsServer next = OperationsServer.start(new OperationsPort.On(port), health, metrics)) {
            assertThat(next.port()).hasValue(port);
            assertThat(get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    private int port() {
        return server.port().orElseThrow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
