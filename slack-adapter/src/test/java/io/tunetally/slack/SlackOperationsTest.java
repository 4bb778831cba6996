package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.JavaProcess;
import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Health, readiness and metrics of the adapter as a process of its own. */
@Requirement("slack-35a")
@Execution(ExecutionMode.CONCURRENT)
class SlackOperationsTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Pattern ADDRESS = Pattern.compile("health and metrics on (http://\\S+)");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isReadyWhileSlackIsThereAndCountsWhatItAnswers() throws Exception {
        try (FakeSlack slack = new FakeSlack()) {
            Process process = start(slack);
            try {
                String address = address();
                until(() -> get(address + "/readyz"), response -> response.statusCode() == 200);
                assertThat(get(address + "/healthz").body()).isEqualTo("alive\n");

                slack.sockets().deliver("events_api", Incoming.directMessage("Ev1", "cost gpt-4o 1k examples"));
                slack.post();
                assertThat(get(address + "/metrics").body())
                        .contains(
                                "tunetally_answers_total{intent=\"estimate\",platform=\"slack\",status=\"answered\"} 1.0",
                                "tunetally_acknowledgement_seconds_count{platform=\"slack\",type=\"event\"} 1",
                                "tunetally_acknowledgement_seconds_count{platform=\"slack\",type=\"command\"} 0",
                                "tunetally_incidents_total{platform=\"slack\",type=\"command\"} 0.0");

                refuseConnections(slack);
                long lost = ProgramTime.now();
                slack.sockets().connections().forEach(WebSocket::close);
                HttpResponse<String> away = until(() -> get(address + "/readyz"), it -> it.statusCode() == 503);
                assertThat(ProgramTime.since(lost)).isLessThan(Duration.ofSeconds(10));
                assertThat(away.body()).isEqualTo("not ready, missing: connection to Slack\n");
                assertThat(get(address + "/healthz").statusCode()).isEqualTo(200);

                until(() -> get(address + "/readyz"), response -> response.statusCode() == 200);
                assertThat(get(address + "/metrics").body())
                        .containsPattern("tunetally_reconnects_total\\{platform=\"slack\"} [1-9]");
            } finally {
                process.destroyForcibly().waitFor();
                client.close();
            }
        }
    }

    /** A port that nothing listens at; SIGTERM is heard meanwhile. */
    @Requirement("slack-43")
    @Test
    void waitsForASlackThatIsAwayAndSaysSo() throws Exception {
        int closed;
        try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = closing.getLocalPort();
        }
        Process process = start("http://127.0.0.1:" + closed + "/api/");
        try {
            String address = address();
            until(() -> log(), lines -> lines.contains("Slack cannot be reached"));
            HttpResponse<String> away = get(address + "/readyz");
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).isEqualTo("not ready, missing: connection to Slack\n");

            process.destroy();

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(log())
                    .containsOnlyOnce("Slack cannot be reached, tried again until it can be")
                    .contains("127.0.0.1:" + closed)
                    .doesNotContain(FakeSlack.BOT_TOKEN)
                    .doesNotContain("\tat ");
        } finally {
            process.destroyForcibly().waitFor();
            client.close();
        }
    }

    /** And, before that, a start that Slack does not answer at once. */
    @Requirement("slack-42")
    @Test
    void isNotReadyWhileSlackTakesItsTokenNoMore() throws Exception {
        try (FakeSlack slack = new FakeSlack()) {
            slack.next("auth.test", 503, Map.of(), "");
            Process process = start(slack);
            try {
                String address = address();
                until(() -> get(address + "/readyz"), response -> response.statusCode() == 200);

                slack.next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"token_revoked\"}");
                slack.sockets().deliver("events_api", Incoming.directMessage("Ev1", "cost gpt-4o 1k examples"));
                HttpResponse<String> refused = until(() -> get(address + "/readyz"), it -> it.statusCode() == 503);
                assertThat(refused.body()).isEqualTo("not ready, missing: bot token of T1 (token_revoked)\n");
                assertThat(get(address + "/metrics").body())
                        .contains("tunetally_tokens_refused{platform=\"slack\"} 1.0");

                slack.sockets().deliver("events_api", Incoming.directMessage("Ev2", "cost gpt-4o 1k examples"));
                slack.post();
                until(() -> get(address + "/readyz"), response -> response.statusCode() == 200);
            } finally {
                process.destroyForcibly().waitFor();
                client.close();
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

    private String address() throws Exception {
        return until(() -> ADDRESS.matcher(log()), Matcher::find).group(1);
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private Process start(FakeSlack slack) throws IOException {
        return start(slack.apiUrl());
    }

    private Process start(String apiUrl) throws IOException {
        ProcessBuilder builder = JavaProcess.of(List.of("-Dlogback.configurationFile=logback.xml"), SlackMain.class);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SLACK_") || name.startsWith("TUNETALLY_"));
        environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
        environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
        environment.put("SLACK_API_URL", apiUrl);
        environment.put("TUNETALLY_DB", "jdbc:sqlite:" + folder.resolve("t.db"));
        environment.put("TUNETALLY_OPS_PORT", "0");
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        return builder.start();
    }

    /** A condition to poll. */
    private interface Question<T> {
        T ask() throws Exception;
    }

    private static <T> T until(Question<T> question, Predicate<T> settled) throws Exception {
        long begun = ProgramTime.now();
        while (true) {
            T answer = question.ask();
            if (settled.test(answer)) {
                return answer;
            }
            assertThat(ProgramTime.since(begun)).as("still " + answer).isLessThan(TIMEOUT);
            Thread.sleep(50);
        }
    }
}
