package io.tunetally.slack.send;

import com.slack.api.Slack;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.api.ChannelPace;
import io.tunetally.slack.api.NotProcessedException;
import io.tunetally.slack.api.Retries;
import io.tunetally.slack.api.SendResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends answers to the response addresses of commands, presses and shortcuts: Slack takes up to five at each within half an hour. */
final class ResponseAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseAddresses.class);
    /** A use is one of five, so the same is sent twice at most. */
    private static final int ATTEMPTS = 2;

    private static final Duration WAIT = Duration.ofSeconds(1);

    /** The second is Slack's for the government of the United States. */
    private static final Set<String> SLACKS = Set.of("slack.com", "slack-gov.com");

    private final Slack slack;
    private final ChannelPace.Pause pause;
    private final Metrics metrics;

    ResponseAddresses(Slack slack, ChannelPace.Pause pause, Metrics metrics) {
        this.slack = slack;
        this.pause = pause;
        this.metrics = metrics;
    }

    /** An address that an answer may go to: one of Slack's own, or at the host that the API was configured at. */
    Optional<HttpUrl> accepted(@Nullable String address) {
        return Optional.ofNullable(address)
                .map(HttpUrl::parse)
                .filter(url -> url.username().isEmpty() && url.password().isEmpty())
                .filter(url -> isSlacks(url) || isOfTheApi(url));
    }

    private static boolean isSlacks(HttpUrl url) {
        return url.isHttps()
                && SLACKS.stream()
                        .anyMatch(host -> url.host().equals(host) || url.host().endsWith("." + host));
    }

    private boolean isOfTheApi(HttpUrl url) {
        HttpUrl api = HttpUrl.parse(slack.getConfig().getMethodsEndpointUrlPrefix());
        return api != null && url.host().equals(api.host()) && (url.isHttps() || !api.isHttps());
    }

    /**
     * Sends an answer to an address. A message for one user, and one that replaces another, is sent again. Where there
     * is no address, or none that is accepted, another place is asked for ({@link SendResult.Kind#PLACE}).
     */
    SendResult send(@Nullable String address, Map<String, Object> body) throws InterruptedException {
        Optional<HttpUrl> accepted = accepted(address);
        if (accepted.isEmpty()) {
            // Itself it could let others answer for the bot, so it is not logged.
            LOG.warn("there is no response address of Slack's");
            return new SendResult(SendResult.Kind.PLACE, "no response address of Slack's");
        }
        return sent(accepted.get().toString(), body);
    }

    private SendResult sent(String address, Map<String, Object> body) throws InterruptedException {
        Optional<Duration> again = Optional.of(Duration.ZERO);
        SendResult sendResult = new SendResult(SendResult.Kind.PLACE, "");
        for (int attempt = 1; attempt <= ATTEMPTS && !sendResult.isTaken() && again.isPresent(); attempt++) {
            if (!again.get().isZero()) {
                pause.forThe(again.get());
            }
            try (Response response = slack.getHttpClient().postJsonBody(address, body)) {
                sendResult = SendResult.of(response);
                again = againAfter(response, sendResult.mayBeThere() && mayBeSeenTwice(body));
            } catch (IOException unreachable) {
                sendResult = SendResult.of(unreachable);
                boolean worthwhile = mayBeSeenTwice(body) || unreachable instanceof NotProcessedException;
                again = worthwhile ? Optional.of(WAIT) : Optional.empty();
            }
            if (!sendResult.isTaken()) {
                LOG.warn("a response address did not take an answer: {}", sendResult.error());
            }
        }
        return sendResult;
    }

    /** Whether a repeat does no harm: a replacement is idempotent; one user may see an answer twice rather than not at all. */
    private static boolean mayBeSeenTwice(Map<String, Object> body) {
        return Boolean.TRUE.equals(body.get("replace_original")) || "ephemeral".equals(body.get("response_type"));
    }

    /** How long to wait before the same is sent again; empty where that helps nothing, or everybody could see it twice. */
    private Optional<Duration> againAfter(Response response, boolean evenIfItIsThere) {
        if (response.code() == Retries.UNAVAILABLE || evenIfItIsThere) {
            return Optional.of(WAIT);
        }
        if (response.code() != Retries.TOO_MANY_REQUESTS) {
            return Optional.empty();
        }
        metrics.rateLimited();
        return Optional.of(Retries.retryAfter(response.header("Retry-After"))).filter(Retries::isShort);
    }
}
