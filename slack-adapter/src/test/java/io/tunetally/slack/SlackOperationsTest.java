package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.runtime.RunningPlatform;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Health, readiness and metrics of the running adapter. */
@Requirement("slack-35a")
@Execution(ExecutionMode.CONCURRENT)
class SlackOperationsTest {
    @TempDir
    private Path folder;

    @Test
    void isReadyWhileSlackIsThereAndCountsWhatItAnswers() throws Exception {
        try (FakeSlack slack = new FakeSlack();
                RunningPlatform running = start(slack.apiUrl())) {
            running.awaitReady();
            assertThat(running.page("/healthz").body()).isEqualTo("alive\n");

            slack.sockets().deliver("events_api", Incoming.directMessage("Ev1", "cost gpt-4o 1k examples"));
            slack.post();
            assertThat(running.page("/metrics").body())
                    .contains(
                            "tunetally_answers_total{intent=\"estimate\",platform=\"slack\",status=\"answered\"} 1.0",
                            "tunetally_acknowledgement_seconds_count{platform=\"slack\",type=\"event\"} 1",
                            "tunetally_acknowledgement_seconds_count{platform=\"slack\",type=\"command\"} 0",
                            "tunetally_incidents_total{platform=\"slack\",type=\"command\"} 0.0");

            refuseConnections(slack);
            long lost = ProgramTime.now();
            slack.sockets().connections().forEach(WebSocket::close);
            String away = running.awaitNotReady();
            assertThat(ProgramTime.since(lost)).isLessThan(Duration.ofSeconds(10));
            assertThat(away).isEqualTo("not ready, missing: connection to Slack\n");
            assertThat(running.page("/healthz").statusCode()).isEqualTo(200);

            running.awaitReady();
            assertThat(running.page("/metrics").body())
                    .containsPattern("tunetally_reconnects_total\\{platform=\"slack\"} [1-9]");
        }
    }

    /** A port that nothing listens at; it is told to stop meanwhile. */
    @Requirement("slack-43")
    @Test
    void waitsForASlackThatIsAwayAndSaysSo() throws Exception {
        int closed;
        try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = closing.getLocalPort();
        }
        try (RunningPlatform running = start("http://127.0.0.1:" + closed + "/api/")) {
            running.awaitLogged("Slack cannot be reached");
            HttpResponse<String> away = running.page("/readyz");
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).isEqualTo("not ready, missing: connection to Slack\n");

            assertThat(running.stop()).isZero();
            assertThat(running.diagnostics()).isEmpty();
            assertThat(running.log().text())
                    .containsOnlyOnce("Slack cannot be reached, tried again until it can be")
                    .contains("127.0.0.1:" + closed)
                    .doesNotContain(FakeSlack.BOT_TOKEN)
                    .doesNotContain("\tat ");
        }
    }

    /** And, before that, a start that Slack does not answer at once. */
    @Requirement("slack-42")
    @Test
    void isNotReadyWhileSlackTakesItsTokenNoMore() throws Exception {
        try (FakeSlack slack = new FakeSlack()) {
            slack.next("auth.test", 503, Map.of(), "");
            try (RunningPlatform running = start(slack.apiUrl())) {
                running.awaitReady();

                slack.next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"token_revoked\"}");
                slack.sockets().deliver("events_api", Incoming.directMessage("Ev1", "cost gpt-4o 1k examples"));
                assertThat(running.awaitNotReady()).isEqualTo("not ready, missing: bot token of T1 (token_revoked)\n");
                assertThat(running.page("/metrics").body())
                        .contains("tunetally_tokens_refused{platform=\"slack\"} 1.0");

                slack.sockets().deliver("events_api", Incoming.directMessage("Ev2", "cost gpt-4o 1k examples"));
                slack.post();
                running.awaitReady();
            }
        }
    }

    @Test
    void doesNotStartWhereTheOperationsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ByteArrayOutputStream diagnostics = new ByteArrayOutputStream();
            Map<String, String> environment = Map.of(
                    "SLACK_BOT_TOKEN",
                    FakeSlack.BOT_TOKEN,
                    "SLACK_APP_TOKEN",
                    FakeSlack.APP_TOKEN,
                    "TUNETALLY_DB",
                    "jdbc:sqlite:" + folder.resolve("t.db"),
                    "TUNETALLY_OPS_PORT",
                    String.valueOf(taken.getLocalPort()));

            assertThat(new SlackPlatform(new PrintStream(diagnostics, true, UTF_8)).run(environment))
                    .isEqualTo(78);
            assertThat(diagnostics.toString(UTF_8))
                    .startsWith("TUNETALLY_OPS_PORT: port " + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    private static void refuseConnections(FakeSlack slack) {
        for (int i = 0; i < 6; i++) {
            slack.next("apps.connections.open", 200, Map.of(), "{\"ok\":false,\"error\":\"internal_error\"}");
        }
    }

    private RunningPlatform start(String apiUrl) {
        Map<String, String> environment = Map.of(
                "SLACK_BOT_TOKEN",
                FakeSlack.BOT_TOKEN,
                "SLACK_APP_TOKEN",
                FakeSlack.APP_TOKEN,
                "SLACK_API_URL",
                apiUrl,
                "TUNETALLY_DB",
                "jdbc:sqlite:" + folder.resolve("t.db"),
                "TUNETALLY_OPS_PORT",
                "0");
        return RunningPlatform.start(SlackPlatform.SPEC, environment);
    }
}
