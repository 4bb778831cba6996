package io.tunetally.slack.transport;

import com.slack.api.Slack;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import io.tunetally.slack.api.Outage;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.api.SlackFaultException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one connection: the next one replaces it when Slack refreshes it or it is lost. */
final class SocketLine {
    /** Covers envelopes that Slack sent before the next connection was up and that are not read yet. */
    private static final Duration STILL_COMING = Duration.ofMillis(500);

    private static final long LONGEST_WAIT_MILLIS = 30_000;

    private final Slack slack;
    private final String appToken;
    private final SocketIntake intake;
    private final Executor threads;
    private final Runnable onHello;
    private final Runnable onLost;
    private final Consumer<String> onRefusal;
    private final Outage outage;
    private final Duration helloWithin;

    /** The one in use: it has said hello. */
    private @Nullable SocketConnection current;

    /** The one to take its place, until it says hello or is given up. */
    private @Nullable SocketConnection next;

    /** All open connections, also those that only wait for their last acknowledgement. */
    private final Set<SocketConnection> all = new HashSet<>();

    private boolean connecting;
    private long waitMillis;
    private boolean stopped;

    /**
     * A line that is not open yet.
     *
     * @param onRefusal gets the error with which Slack opens no connection, none of its own trouble
     * @param outage told of each connection that does not come about
     * @param helloWithin after how long a connection that has not said hello is given up
     */
    SocketLine(
            Slack slack,
            String appToken,
            SocketIntake intake,
            Executor threads,
            Runnable onHello,
            Runnable onLost,
            Consumer<String> onRefusal,
            Outage outage,
            Duration helloWithin) {
        this.slack = slack;
        this.appToken = appToken;
        this.intake = intake;
        this.threads = threads;
        this.onHello = onHello;
        this.onLost = onLost;
        this.onRefusal = onRefusal;
        this.outage = outage;
        this.helloWithin = helloWithin;
    }

    /** Connects in the background, again and again until it succeeds. */
    synchronized void open() {
        connectNow();
    }

    synchronized boolean isOpen() {
        return !stopped && current != null && current.hasSaidHello();
    }

    /** Ends each connection once its envelopes are acknowledged. */
    void stopIntake() {
        stopped().forEach(SocketConnection::retire);
    }

    private synchronized List<SocketConnection> stopped() {
        stopped = true;
        return List.copyOf(all);
    }

    /** Waits for their ends, no longer than until a time of {@link System#nanoTime}. */
    void close(long deadline) {
        stopIntake();
        try {
            for (SocketConnection connection : notEnded()) {
                connection.awaitEnd(deadline - System.nanoTime());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<SocketConnection> notEnded() {
        return List.copyOf(all);
    }

    /** The connection is up: the one before ends after its last answer, and what waited longer each time starts over. */
    void saidHello(SocketConnection opened) {
        // Not under this lock: a connection that ends holds its own and then asks for this one.
        replaced(opened).ifPresent(old -> in(STILL_COMING, old::retire));
    }

    private synchronized Optional<SocketConnection> replaced(SocketConnection opened) {
        if (opened != next) {
            return Optional.empty();
        }
        Optional<SocketConnection> before = Optional.ofNullable(current);
        current = opened;
        next = null;
        connecting = false;
        waitMillis = 0;
        outage.over();
        onHello.run();
        return before;
    }

    /** Slack wants this connection replaced: it goes on until the next one has said hello. */
    synchronized void refresh(SocketConnection old) {
        if (current == old && !connecting && !stopped) {
            connectNow();
        }
    }

    synchronized void lost(SocketConnection lost) {
        all.remove(lost);
        if (stopped || (lost != current && lost != next)) {
            return;
        }
        onLost.run();
        if (lost == next) {
            next = null;
            connecting = false;
        } else {
            current = null;
        }
        if (!connecting) {
            backOff();
        }
    }

    private void connectNow() {
        connecting = true;
        threads.execute(this::connect);
    }

    private void in(Duration delay, Runnable then) {
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, threads)
                .execute(then);
    }

    private synchronized void backOff() {
        if (stopped) {
            return;
        }
        waitMillis = Math.min(LONGEST_WAIT_MILLIS, Math.max(250, waitMillis * 2));
        connecting = true;
        in(Duration.ofMillis(waitMillis), this::connect);
    }

    private void connect() {
        try {
            AppsConnectionsOpenResponse opened = slack.methods(appToken).appsConnectionsOpen(request -> request);
            var _ = SlackFaultException.none(opened);
            if (!opened.isOk()) {
                onRefusal.accept(SlackConversations.orEmpty(opened.getError()));
                throw new IllegalStateException("apps.connections.open: " + opened.getError());
            }
            begin(new SocketConnection(URI.create(opened.getUrl()), intake, this));
        } catch (Exception unreachable) {
            failed(unreachable.toString());
            onLost.run();
            backOff();
        }
    }

    private synchronized void begin(SocketConnection connection) {
        if (stopped) {
            return;
        }
        next = connection;
        all.add(connection);
        connection.connect();
        in(helloWithin, () -> giveUpUnlessOpen(connection));
    }

    /** A connection does not come about, and another is tried. */
    void failed(String why) {
        outage.failed(why);
    }

    /** A server may take a connection and say nothing: only time tells. */
    private void giveUpUnlessOpen(SocketConnection connection) {
        if (isNext(connection)) {
            failed("a connection said no hello within " + helloWithin);
            connection.giveUp();
            lost(connection);
        }
    }

    private synchronized boolean isNext(SocketConnection connection) {
        return connection == next;
    }
}
