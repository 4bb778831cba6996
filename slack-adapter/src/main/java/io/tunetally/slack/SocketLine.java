package io.tunetally.slack;

import com.slack.api.Slack;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One place for a connection: when Slack refreshes it or it is lost, the next one takes its place. */
final class SocketLine {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);
    private static final long LONGEST_WAIT_MILLIS = 30_000;

    private final Slack slack;
    private final String appToken;
    private final SocketIntake intake;
    private final Executor threads;
    private final Runnable onHello;
    private final Runnable onLost;
    private @Nullable SocketConnection current;
    private long waitMillis;
    private boolean stopped;

    SocketLine(Slack slack, String appToken, SocketIntake intake, Executor threads, Runnable onHello, Runnable onLost) {
        this.slack = slack;
        this.appToken = appToken;
        this.intake = intake;
        this.threads = threads;
        this.onHello = onHello;
        this.onLost = onLost;
    }

    /** Connects in the background, again and again until it succeeds. */
    void open() {
        schedule(0);
    }

    synchronized boolean isOpen() {
        return current != null && current.hasSaidHello();
    }

    synchronized void stopIntake() {
        stopped = true;
        if (current != null) {
            current.stopIntake();
        }
    }

    synchronized void close() {
        stopped = true;
        if (current != null) {
            current.retire();
        }
    }

    /** The connection is up: what waited longer each time starts over. */
    synchronized void saidHello() {
        waitMillis = 0;
        onHello.run();
    }

    /** Slack wants this connection replaced: the next one is opened first, then this one ends after its last answer. */
    synchronized void refresh(SocketConnection old) {
        if (current == old && !stopped) {
            schedule(0);
        }
    }

    synchronized void lost(SocketConnection lost) {
        if (current == lost && !stopped) {
            current = null;
            backOff();
        }
    }

    private void schedule(long millis) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, threads)
                .execute(this::connect);
    }

    private synchronized void backOff() {
        onLost.run();
        waitMillis = Math.min(LONGEST_WAIT_MILLIS, Math.max(250, waitMillis * 2));
        schedule(waitMillis);
    }

    private void connect() {
        try {
            AppsConnectionsOpenResponse opened = slack.methods(appToken).appsConnectionsOpen(request -> request);
            if (!opened.isOk()) {
                throw new IllegalStateException("apps.connections.open: " + opened.getError());
            }
            replaceBy(new SocketConnection(URI.create(opened.getUrl()), intake, this));
        } catch (Exception unreachable) {
            LOG.warn("no connection to Slack, tried again: {}", unreachable.toString());
            backOff();
        }
    }

    private synchronized void replaceBy(SocketConnection next) {
        if (stopped) {
            return;
        }
        SocketConnection old = current;
        current = next;
        if (old != null) {
            next.onceOpen(old::retire);
        }
        next.connect();
    }
}
