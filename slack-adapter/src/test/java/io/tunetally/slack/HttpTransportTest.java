package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.slack.RunningSlack.Mode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {
    private static final String VERIFICATION = "{\"type\":\"url_verification\",\"challenge\":\"abc\",\"token\":\"t\"}";

    private final RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot(), new ClaimedOnce());

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

        assertThat(running.post(VERIFICATION, now, "v0=00").statusCode()).isEqualTo(401);
        assertThat(running.post(VERIFICATION, now, signature(VERIFICATION + " ", now))
                        .statusCode())
                .isEqualTo(401);
        assertThat(running.post(VERIFICATION, "soon", signature(VERIFICATION, "soon"))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(longs = {-400, 400})
    void turnsAwayWhatIsFiveMinutesOldOrAhead(long seconds) throws Exception {
        String then = String.valueOf(Instant.now().getEpochSecond() + seconds);

        assertThat(running.post(VERIFICATION, then, signature(VERIFICATION, then))
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "payload=%7B", "", "x", "payload=%7B%7D", "{\"type\":\"event_callback\"}", "[]"})
    void callsABodyItCannotReadABadRequest(String body) throws Exception {
        assertThat(running.post(body).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        assertThat(running.post("x".repeat(1_000_001)).statusCode()).isEqualTo(413);
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

    private static String signature(String body, String timestamp) {
        return new Signature(RunningSlack.SECRET, Clock.systemUTC()).of(timestamp, body.getBytes(UTF_8));
    }
}
