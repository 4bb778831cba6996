package io.tunetally.slack.api;

import com.slack.api.methods.SlackApiException;
import io.tunetally.operations.Metrics;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats a call when Slack asks to wait or cannot be reached for a moment. */
public final class Retries {
    public static final int TOO_MANY_REQUESTS = 429;

    static final int SERVER_ERROR = 500;

    /** The one of those that says that nothing was done. */
    public static final int UNAVAILABLE = 503;

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    /** The attempts over a failing network; waits that Slack asks for are added up instead. */
    private static final int ATTEMPTS = 4;

    /** The longest wait after which an answer still helps its asker. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    /** The longest pause at the start, when no answer is too late. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ChannelPace.Pause pause;
    private final Metrics metrics;

    public Retries(ChannelPace.Pause pause, Metrics metrics) {
        this.pause = pause;
        this.metrics = metrics;
    }

    /** The calls to repeat after a failure of Slack. Every call is repeated if Slack asks to wait: it has done nothing yet. */
    public enum Again {
        /** An idempotent call, or one whose result one user may see twice rather than not at all. */
        ALWAYS,
        /** A call whose result would be seen twice: only if it was certainly not done. */
        NOT_DONE,
        /** The same, for a request that may itself break Slack. */
        NOT_SENT
    }

    /**
     * Returns the result of a call, after retries. An attempt that begins while the program stops is the last one.
     *
     * @throws IOException where Slack could not be reached in four attempts, or may have done what it was asked
     * @throws SlackApiException where it refused, broke, or asks to wait for longer than a quarter of an hour in all
     */
    public <T> T of(Again again, Callable<T> call) throws Exception {
        Duration waited = Duration.ZERO;
        int failures = 0;
        while (true) {
            boolean last = pause.isOver();
            Duration wait;
            try {
                return call.call();
            } catch (SlackApiException refused) {
                int status = refused.getResponse().code();
                if (status == TOO_MANY_REQUESTS) {
                    wait = retryAfter(refused.getResponse().header("Retry-After"));
                    stopUnless(!last && isShort(waited.plus(wait)), refused);
                    metrics.rateLimited();
                    LOG.warn("Slack asks to wait {} before the next call", wait);
                } else {
                    failures++;
                    stopUnless(!last && isWorthwhile(again, status) && failures < ATTEMPTS, refused);
                    wait = waitAfter(failures, refused);
                }
            } catch (IOException unreachable) {
                failures++;
                boolean notDone = again == Again.ALWAYS || unreachable instanceof NotProcessedException;
                stopUnless(!last && notDone && failures < ATTEMPTS, unreachable);
                wait = waitAfter(failures, unreachable);
            }
            pause.forThe(wait);
            waited = waited.plus(wait);
        }
    }

    /**
     * Returns the result of a call once Slack can be reached: retries forever, with pauses that double up to half a minute.
     *
     * @param outage told of each failure
     * @throws SlackApiException where something answers that waiting does not mend
     * @throws InterruptedException where the program is told to stop meanwhile, also while Slack says nothing
     */
    public <T> T untilReached(Outage outage, Callable<T> call) throws Exception {
        Duration pauseNow = FIRST_WAIT;
        while (true) {
            Duration wait = Duration.ZERO;
            try {
                T given = interruptibly(call);
                outage.over();
                return given;
            } catch (SlackApiException refused) {
                int status = refused.getResponse().code();
                if (status == TOO_MANY_REQUESTS) {
                    metrics.rateLimited();
                    wait = retryAfter(refused.getResponse().header("Retry-After"));
                } else if (status < SERVER_ERROR) {
                    throw refused;
                }
                outage.failed("it answers with status " + status);
            } catch (IOException unreachable) {
                outage.failed(unreachable.toString());
            }
            if (wait.isZero()) {
                wait = pauseNow;
                pauseNow = shorter(pauseNow.multipliedBy(2), LONGEST_PAUSE);
            }
            pause.forThe(wait);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Runs a call on a virtual thread: an interrupt wakes only such a thread from a silent socket. */
    private static <T> T interruptibly(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofVirtual().start(task);
        try {
            return task.get();
        } catch (InterruptedException stop) {
            task.cancel(true);
            throw stop;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private static boolean isWorthwhile(Again again, int status) {
        return switch (again) {
            case ALWAYS -> status >= SERVER_ERROR;
            case NOT_DONE -> status == UNAVAILABLE;
            case NOT_SENT -> false;
        };
    }

    private static <E extends Exception> void stopUnless(boolean again, E failure) throws E {
        if (!again) {
            throw failure;
        }
    }

    private static Duration waitAfter(int failures, Exception failure) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << (failures - 1));
        LOG.warn("Slack could not be reached, tried again in {}: {}", wait, failure.toString());
        return wait;
    }

    public static boolean isShort(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) <= 0;
    }

    /** The pause that Slack asks for, in seconds; one second by default. */
    public static Duration retryAfter(@Nullable String seconds) {
        boolean number = seconds != null && seconds.matches("[1-9]\\d{0,5}");
        return Duration.ofSeconds(number ? Long.parseLong(seconds) : 1);
    }
}
