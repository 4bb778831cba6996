package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.JavaProcess;
import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.api.Signature;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.transport.EventsPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter as a process of its own. */
@Requirement("slack-35b")
@Execution(ExecutionMode.CONCURRENT)
class SlackMainTest {
    private static final int MESSAGES = 8;

    @TempDir
    private Path folder;

    /** More messages in one channel than there are seconds left. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysItIsReadyAndAnswersWhatItHasTakenBeforeItStops(Mode mode) throws Exception {
        try (FakeSlack slack = new FakeSlack()) {
            Process process = start(slack, mode);
            try (BufferedReader log = process.errorReader(UTF_8)) {
                String ready = linesUntilReady(log).getLast();
                assertThat(ready).contains("ready");
                // A busy machine needs seconds for the first answer of a process.
                deliver(slack, mode, ready, Incoming.directMessage("Ev0", "cost gpt-4o 1k examples"));
                slack.post();
                for (int n = 1; n <= MESSAGES; n++) {
                    deliver(slack, mode, ready, Incoming.directMessage("Ev" + n, "cost gpt-4o 1k examples"));
                }
                slack.pace().expectBursts();
                long begun = ProgramTime.now();
                process.destroy();

                // Only a backstop: the program's own time is checked below.
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(ProgramTime.since(begun)).isLessThan(Duration.ofSeconds(5));
                assertThat(process.exitValue()).isZero();
                assertThat(slack.postsWaiting()).isEqualTo(MESSAGES);
                assertThat(slack.faults()).isEmpty();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static void deliver(FakeSlack slack, Mode mode, String ready, JsonObject event) throws Exception {
        if (mode == Mode.SOCKET) {
            slack.sockets().deliver("events_api", event);
            return;
        }
        String port = ready.replaceFirst(".*HTTP on port (\\d+).*", "$1");
        String now = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + EventsPath.PATH))
                .header("X-Slack-Request-Timestamp", now)
                .header(
                        "X-Slack-Signature",
                        new Signature(RunningSlack.SECRET, Clock.systemUTC())
                                .of(now, event.toString().getBytes(UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(event.toString()))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private Process start(FakeSlack slack, Mode mode) throws IOException {
        ProcessBuilder builder = JavaProcess.withOwnLog(List.of(), SlackMain.class);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SLACK_") || name.startsWith("TUNETALLY_"));
        environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
        switch (mode) {
            case SOCKET -> environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
            case HTTP -> {
                environment.put("SLACK_SIGNING_SECRET", RunningSlack.SECRET);
                environment.put("SLACK_PORT", "0");
            }
        }
        environment.put("SLACK_API_URL", slack.apiUrl());
        environment.put("TUNETALLY_DB", "jdbc:sqlite:" + folder.resolve("t.db"));
        environment.put("TUNETALLY_OPS_PORT", "off");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private static List<String> linesUntilReady(BufferedReader log) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            lines.add(line);
            if (line.contains("ready")) {
                break;
            }
        }
        return lines;
    }
}
