package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter as a process of its own. */
class SlackMainTest {
    @TempDir
    private Path folder;

    @Test
    void saysItIsReadyAndAnswersWhatItHasTakenBeforeItStops() throws Exception {
        try (FakeSlack slack = new FakeSlack()) {
            Process process = start(slack);
            try (BufferedReader log = process.errorReader(UTF_8)) {
                assertThat(linesUntilReady(log)).last().asString().contains("ready");
                for (int n = 1; n <= 3; n++) {
                    slack.sockets().deliver("events_api", Incoming.directMessage("Ev" + n, "cost gpt-4o 1k examples"));
                }
                long begun = System.nanoTime();
                process.destroy();

                assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
                assertThat(slack.postsWaiting()).isEqualTo(3);
                assertThat(slack.faults()).isEmpty();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private Process start(FakeSlack slack) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=logback.xml",
                SlackMain.class.getName());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SLACK_") || name.startsWith("TUNETALLY_"));
        environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
        environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
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
