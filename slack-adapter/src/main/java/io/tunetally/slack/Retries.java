package io.tunetally.slack;

import com.slack.api.methods.SlackApiException;
import io.tunetally.operations.Metrics;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls Slack again where it asks to wait, and where it cannot be reached for a moment. */
final class Retries {
    static final int TOO_MANY_REQUESTS = 429;
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    /** Of a network that fails; waits of Slack's own choice are not counted but added up. */
    private static final int ATTEMPTS = 4;

    /** An answer that comes later than this helps nobody. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private final ChannelPace.Pause pause;
    private final Metrics metrics;

    Retries(ChannelPace.Pause pause, Metrics metrics) {
        this.pause = pause;
        this.metrics = metrics;
    }

    /**
     * What the call gives in the end.
     *
     * @throws IOException where Slack could not be reached in four attempts
     * @throws SlackApiException where it refused, or asks to wait for longer than a quarter of an hour in all
     */
    <T> T of(Callable<T> call) throws Exception {
        Duration waited = Duration.ZERO;
        int failures = 0;
        while (true) {
            Duration wait;
            try {
                return call.call();
            } catch (SlackApiException refused) {
                wait = retryAfter(refused.getResponse().header("Retry-After"));
                boolean again = refused.getResponse().code() == TOO_MANY_REQUESTS && isShort(waited.plus(wait));
                if (!again) {
                    throw refused;
                }
                metrics.rateLimited();
                LOG.warn("Slack asks to wait {} before the next call", wait);
            } catch (IOException unreachable) {
                failures++;
                if (failures == ATTEMPTS) {
                    throw unreachable;
                }
                wait = FIRST_WAIT.multipliedBy(1L << (failures - 1));
                LOG.warn("Slack could not be reached, tried again in {}: {}", wait, unreachable.toString());
            }
            pause.forThe(wait);
            waited = waited.plus(wait);
        }
    }

    static boolean isShort(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) <= 0;
    }

    /** What Slack asks for in seconds; one second where it says nothing. */
    static Duration retryAfter(@Nullable String seconds) {
        boolean number = seconds != null && seconds.matches("[1-9]\\d{0,5}");
        return Duration.ofSeconds(number ? Long.parseLong(seconds) : 1);
    }
}
