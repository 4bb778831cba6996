package io.tunetally.slack.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import io.tunetally.Requirement;
import io.tunetally.slack.api.Outage;
import io.tunetally.slack.fake.FakeSlack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One line against a server that takes connections and says nothing. */
@Requirement("slack-8b")
@Execution(ExecutionMode.CONCURRENT)
class SocketLineTest {
    private final FakeSlack fake = new FakeSlack();
    private final Slack slack = Slack.getInstance(config());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore hellos = new Semaphore(0);
    private final Semaphore losses = new Semaphore(0);
    private final ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    SocketLineTest() throws IOException {}

    private SlackConfig config() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(fake.apiUrl());
        return config;
    }

    @AfterEach
    void close() throws Exception {
        threads.shutdown();
        mute.close();
        slack.close();
        fake.close();
    }

    @Test
    void givesUpAConnectionThatSaysNoHello() throws Exception {
        SocketLine line = line(Duration.ofSeconds(1));
        nextIsMute();

        line.open();

        assertThat(hellos.tryAcquire(15, TimeUnit.SECONDS)).isTrue();
        assertThat(losses.availablePermits()).isEqualTo(1);
        line.stopIntake();
    }

    @Test
    void keepsTheConnectionItHasUntilTheNextOneSaysHello() throws Exception {
        SocketLine line = line(Duration.ofMillis(200));
        line.open();
        assertThat(hellos.tryAcquire(15, TimeUnit.SECONDS)).isTrue();
        nextIsMute();

        fake.sockets().connections().getFirst().send("{\"type\":\"disconnect\",\"reason\":\"warning\"}");

        assertThat(losses.tryAcquire(15, TimeUnit.SECONDS)).isTrue();
        assertThat(line.isOpen()).isTrue();
        assertThat(hellos.tryAcquire(15, TimeUnit.SECONDS)).isTrue();
        line.stopIntake();
    }

    @Test
    void connectsAgainWhereTheOldConnectionIsLostBeforeTheNextOneSaysHello() throws Exception {
        SocketLine line = line(Duration.ofSeconds(2));
        line.open();
        assertThat(hellos.tryAcquire(15, TimeUnit.SECONDS)).isTrue();
        nextIsMute();
        fake.sockets().connections().getFirst().send("{\"type\":\"disconnect\",\"reason\":\"warning\"}");
        mute.accept();

        fake.sockets().connections().getFirst().close();

        assertThat(hellos.tryAcquire(15, TimeUnit.SECONDS)).isTrue();
        assertThat(losses.availablePermits()).isEqualTo(2);
        line.stopIntake();
    }

    private void nextIsMute() {
        String url = "ws://127.0.0.1:" + mute.getLocalPort() + "/";
        fake.next("apps.connections.open", 200, Map.of(), "{\"ok\":true,\"url\":\"" + url + "\"}");
    }

    private SocketLine line(Duration helloWithin) {
        App app = new App(AppConfig.builder().slack(slack).signingSecret("").build());
        SocketIntake intake = new SocketIntake(app, new SocketModeRequestParser(app.config()), threads);
        return new SocketLine(
                slack,
                FakeSlack.APP_TOKEN,
                intake,
                threads,
                hellos::release,
                losses::release,
                _ -> {},
                new Outage(Clock.systemUTC()),
                helloWithin);
    }
}
