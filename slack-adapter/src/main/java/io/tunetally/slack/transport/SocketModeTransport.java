package io.tunetally.slack.transport;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.api.Outage;
import io.tunetally.slack.api.RefusedToken;
import io.tunetally.slack.api.SlackSetting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Socket Mode over two connections, so that a refresh or a loss of one leaves the other. The SDK's own client is not used:
 * it loses acknowledgements when Slack refreshes a connection, and its monitor dies of an answer that is not ok.
 */
public final class SocketModeTransport implements Transport {
    private static final int CONNECTIONS = 2;
    private static final Duration HELLO_WITHIN = Duration.ofSeconds(10);

    /** A connection ends when Slack answers that it may. */
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(500);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile String refusal = "";
    private final List<SocketLine> lines;

    public SocketModeTransport(App app, String appToken, Metrics metrics, Outage outage) {
        SocketModeRequestParser parser = new SocketModeRequestParser(app.config());
        SocketIntake intake = new SocketIntake(app, parser, threads);
        lines = IntStream.range(0, CONNECTIONS)
                .mapToObj(number -> new SocketLine(
                        app.slack(),
                        appToken,
                        intake,
                        threads,
                        started::countDown,
                        metrics::reconnecting,
                        this::refused,
                        outage,
                        HELLO_WITHIN))
                .toList();
    }

    @Override
    public void start() throws Exception {
        lines.forEach(SocketLine::open);
        started.await();
        if (isConnected()) {
            return;
        }
        String error = refusal;
        if (RefusedToken.isReason(error)) {
            throw RefusedToken.of(SlackSetting.APP_TOKEN, error);
        }
        if (!error.isEmpty()) {
            throw new IllegalStateException("apps.connections.open: " + error);
        }
    }

    /** Ends the start after a refusal, which no wait can mend; a later one may be a fault of Slack. */
    private void refused(String error) {
        refusal = error;
        started.countDown();
    }

    @Override
    public boolean isConnected() {
        return lines.stream().anyMatch(SocketLine::isOpen);
    }

    @Override
    public void stopIntake() {
        lines.forEach(SocketLine::stopIntake);
    }

    @Override
    public void close() {
        long deadline = System.nanoTime() + CLOSE_WITHIN.toNanos();
        lines.forEach(line -> line.close(deadline));
        threads.shutdown();
    }

    @Override
    public String toString() {
        return "Socket Mode";
    }
}
