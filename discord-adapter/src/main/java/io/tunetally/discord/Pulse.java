package io.tunetally.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Discord can be reached. JDA notices a connection that died without a word when a heartbeat is not answered, most of a
 * minute later; so where nothing was heard for some seconds, Discord's REST API is asked for a sign of life.
 */
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    /** All of it, with both attempts, takes less than ten seconds. */
    private static final Duration SILENT_FOR = Duration.ofSeconds(4);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 2;

    private final GatewayConnection connection;
    private final Supplier<Instant> lastEvent;
    private final Thread watching;
    private volatile Instant lastSign = Instant.now();
    private volatile boolean lost;

    Pulse(GatewayConnection connection, Supplier<Instant> lastEvent) {
        this.connection = connection;
        this.lastEvent = lastEvent;
        watching = Thread.ofVirtual().name("pulse").start(this::watch);
    }

    /** Answers at once. */
    boolean isThere() {
        return !lost;
    }

    private boolean isSilent() {
        Instant since = Instant.now().minus(SILENT_FOR);
        return lastEvent.get().isBefore(since) && lastSign.isBefore(since);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY);
                if (!isSilent()) {
                    lost = false;
                } else if (connection.isConnected()) {
                    look();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        boolean answered = false;
        for (int left = ATTEMPTS; left > 0 && !answered; left--) {
            answered = isAnswered();
        }
        if (answered) {
            lastSign = Instant.now();
        }
        if (answered == lost) {
            lost = !answered;
            LOG.warn(answered ? "Discord can be reached again" : "Discord cannot be reached");
        }
    }

    /** Whatever it says, it is there. */
    private boolean isAnswered() throws InterruptedException {
        CompletableFuture<Void> answer = new RestActionImpl<Void>(
                        connection.shards().getShards().getFirst(), Route.Misc.GATEWAY.compile())
                .submit();
        try {
            answer.get(ANSWERED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException silent) {
            answer.cancel(true);
            return false;
        } catch (ExecutionException refused) {
            return refused.getCause() instanceof ErrorResponseException response
                    && response.getResponse().getException() == null;
        }
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
