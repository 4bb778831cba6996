package io.tunetally.slack.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.api.Signature;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("slack-31a")
class HttpTransportTest {
    private static final String VERIFICATION = "{\"type\":\"url_verification\",\"challenge\":\"abc\",\"token\":\"t\"}";

    private final RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot());

    HttpTransportTest() throws Exception {}

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void answersTheChallengeOfTheAddress() throws Exception {
        HttpResponse<String> response = running.post(VERIFICATION);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("abc");
    }

    @Test
    void turnsAwayWhatSlackDidNotSign() throws Exception {
        String now = String.valueOf(Instant.now().getEpochSecond());

        assertThat(running.signed(VERIFICATION, now, "v0=00").statusCode()).isEqualTo(401);
        assertThat(running.signed(VERIFICATION, now, signature(VERIFICATION + " ", now))
                        .statusCode())
                .isEqualTo(401);
        assertThat(running.signed(VERIFICATION, "soon", signature(VERIFICATION, "soon"))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-400, 400})
    void turnsAwayWhatIsFiveMinutesOldOrAhead(long seconds) throws Exception {
        String then = String.valueOf(Instant.now().getEpochSecond() + seconds);

        assertThat(running.signed(VERIFICATION, then, signature(VERIFICATION, then))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "payload=%7B",
                "",
                "x",
                "command=%2",
                "payload=%7B%7D",
                "{\"type\":\"event_callback\"}",
                "[]"
            })
    void callsABodyItCannotReadABadRequest(String body) throws Exception {
        assertThat(running.post(body).statusCode()).isEqualTo(400);
    }

    /** The rest of it would be read as the next request. */
    @Test
    void refusesABodyThatIsTooLargeAndClosesTheConnection() throws Exception {
        HttpResponse<String> response = running.post("x".repeat(1_000_001));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Connection")).contains("close");
    }

    @Test
    void tellsAWrongClockFromAWrongSignature() throws Exception {
        String late = String.valueOf(Instant.now().getEpochSecond() - 400);
        try (WrittenLog log = new WrittenLog()) {
            HttpResponse<String> skewed = running.signed(VERIFICATION, late, signature(VERIFICATION, late));
            HttpResponse<String> wrong = running.signed(VERIFICATION, late, signature(VERIFICATION + " ", late));

            assertThat(skewed.statusCode()).isEqualTo(401);
            assertThat(skewed.body()).isEqualTo("timestamp");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).isEqualTo("signature");
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("s behind this machine's. Set the clock"))
                    .anyMatch(line -> line.contains("the signature does not fit"));
        }
    }

    @Test
    void listensOnThisMachineAlone() throws Exception {
        int port = running.app().port().orElseThrow();
        try (Socket client = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            assertThat(client.isConnected()).isTrue();
        }
        for (InetAddress address : NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList()) {
            assertThatThrownBy(() -> new Socket(address, port).close())
                    .as("%s", address)
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void hasOnePathAndOneMethod() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest get =
                    HttpRequest.newBuilder(running.uri("/slack/events")).build();
            HttpRequest elsewhere =
                    HttpRequest.newBuilder(running.uri("/slack/eventsx")).build();

            assertThat(http.send(get, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(405);
            assertThat(http.send(elsewhere, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void takesNoRequestWithTooManyOrTooLongHeaders() throws Exception {
        String many =
                IntStream.range(0, 101).mapToObj(n -> "X-" + n + ": 1\r\n").collect(Collectors.joining());
        String large = "X-Long: " + "1".repeat(20_000) + "\r\n";
        for (String headers : List.of(many, large)) {
            try (Socket client = new Socket(
                    InetAddress.getLoopbackAddress(), running.app().port().orElseThrow())) {
                client.setSoTimeout(15_000);
                client.getOutputStream()
                        .write(("GET /slack/events HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                                .getBytes(UTF_8));

                assertThat(firstLine(client)).doesNotContain("405");
            }
        }
    }

    @Test
    void refusesAnAddressThatIsMalformed() throws Exception {
        try (Socket client = new Socket(
                InetAddress.getLoopbackAddress(), running.app().port().orElseThrow())) {
            client.setSoTimeout(15_000);
            client.getOutputStream()
                    .write("GET /slack/oauth_redirect?state=%2 HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(UTF_8));

            assertThat(firstLine(client)).startsWith("HTTP/1.1 400");
        }
    }

    /** The first status line, or nothing if the connection is closed or reset. */
    private static String firstLine(Socket client) {
        try {
            return new String(client.getInputStream().readNBytes(12), UTF_8);
        } catch (SocketException reset) {
            return "";
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static String signature(String body, String timestamp) {
        return new Signature(RunningSlack.SECRET, Clock.systemUTC()).of(timestamp, body.getBytes(UTF_8));
    }
}
