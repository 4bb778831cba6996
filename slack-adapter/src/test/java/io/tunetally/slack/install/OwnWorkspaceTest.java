package io.tunetally.slack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.settings.SettingsException;
import io.tunetally.slack.api.Outage;
import io.tunetally.slack.api.Retries;
import io.tunetally.slack.api.Workspace;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.RecordedPause;
import io.tunetally.slack.send.NoReplayClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A start that Slack does not answer at once. */
@Requirement("slack-43")
class OwnWorkspaceTest {
    private final FakeSlack fake = new FakeSlack();
    private final Slack slack = NoReplayClient.client(fake.config());
    private final MovableClock clock = new MovableClock();
    private final RecordedPause pause = new RecordedPause(clock);
    private final OwnWorkspace own = of(slack);
    private final List<Slack> others = new ArrayList<>();

    OwnWorkspaceTest() throws IOException {}

    private OwnWorkspace of(Slack asked) {
        return new OwnWorkspace(
                asked, FakeSlack.BOT_TOKEN, new Retries(pause, new Metrics("slack", new Health())), new Outage(clock));
    }

    private Slack client(SlackConfig config) {
        Slack client = NoReplayClient.client(config);
        others.add(client);
        return client;
    }

    @AfterEach
    void close() throws Exception {
        for (Slack other : others) {
            other.close();
        }
        slack.close();
        fake.close();
    }

    @Test
    void isIdentifiedOnceSlackAnswers() throws Exception {
        fake.next("auth.test", 503, Map.of(), "");
        fake.next("auth.test", 429, Map.of("Retry-After", "7"), "");
        fake.next("auth.test", 200, Map.of(), "{\"ok\":false,\"error\":\"internal_error\"}");
        assertThat(own.find("", "T1")).isEmpty();

        own.identify();

        assertThat(own.find("", "T1")).map(Workspace::team).contains("T1");
        assertThat(pause.waits()).extracting(Duration::toSeconds).containsExactly(1L, 7L, 2L);
    }

    @Test
    void isNotTriedAgainWithATokenThatSlackDoesNotTake() {
        fake.next("auth.test", 200, Map.of(), "{\"ok\":false,\"error\":\"invalid_auth\"}");

        assertThatThrownBy(own::identify)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("SLACK_BOT_TOKEN: Slack does not take it (invalid_auth)");
        assertThat(pause.waits()).isEmpty();
    }

    @Test
    void waitsLongerEachTimeAsLongAsSlackIsBroken() throws Exception {
        for (int attempt = 0; attempt < 100; attempt++) {
            fake.next("auth.test", 503, Map.of(), "");
        }

        try (WrittenLog log = new WrittenLog()) {
            own.identify();

            assertThat(own.find("", "T1")).isPresent();
            assertThat(pause.waits()).hasSize(100);
            assertThat(pause.waits())
                    .extracting(Duration::toSeconds)
                    .startsWith(1L, 2L, 4L, 8L, 16L, 30L, 30L)
                    .endsWith(30L);
            assertThat(log.lines().getFirst())
                    .contains("WARN", "Slack cannot be reached, tried again until it can be", "503");
            assertThat(log.lines().getLast()).contains("INFO", "Slack is reached after 2881 s");
            assertThat(log.lines()).as("in 48 minutes").hasSize(6);
        }
    }

    /** A port that nothing listens at. */
    @Test
    void waitsForASlackThatIsNotThereUntilTheProgramIsToldToStop() throws Exception {
        int closed;
        try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = closing.getLocalPort();
        }
        SlackConfig config = fake.config();
        config.setMethodsEndpointUrlPrefix("http://127.0.0.1:" + closed + "/api/");
        Slack away = client(config);
        pause.interruptAfter(20);

        assertThatThrownBy(of(away)::identify).isInstanceOf(InterruptedException.class);
        assertThat(pause.waits()).hasSize(20);
    }

    /** No limit of the client ends the call here: only the interruption does. */
    @Test
    void isInterruptedWhileSlackSaysNothing() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SlackConfig config = fake.config();
            config.setMethodsEndpointUrlPrefix("http://127.0.0.1:" + mute.getLocalPort() + "/api/");
            config.setHttpClientReadTimeoutMillis(0);
            Slack silent = client(config);
            CompletableFuture<Void> identified = new CompletableFuture<>();
            Thread start = Thread.ofPlatform().daemon().start(() -> {
                try {
                    of(silent).identify();
                    identified.complete(null);
                } catch (Exception ended) {
                    identified.completeExceptionally(ended);
                }
            });
            try (Socket taken = mute.accept()) {
                assertThat(taken.getInputStream().read()).isEqualTo('P');
                start.interrupt();

                assertThatThrownBy(() -> identified.get(1, TimeUnit.MINUTES))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(InterruptedException.class);
            }
        }
    }

    /** Nothing that waiting mends: another server than Slack's answers there. */
    @Test
    void saysThatSlackIsNotWhereItIsAsked() {
        fake.next("auth.test", 404, Map.of(), "");

        assertThatThrownBy(own::identify).isInstanceOf(IOException.class).hasMessage("auth.test: status 404");
        assertThat(pause.waits()).isEmpty();
    }
}
