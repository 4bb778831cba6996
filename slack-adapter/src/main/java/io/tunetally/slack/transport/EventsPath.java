package io.tunetally.slack.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.tunetally.bot.Incident;
import io.tunetally.slack.api.Signature;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.http.HttpHandler;
import io.tunetally.slack.http.HttpReply;
import io.tunetally.slack.http.HttpRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /slack/events}: commands, events and interactivity, by signature and content. */
public final class EventsPath implements HttpHandler {
    public static final String PATH = "/slack/events";
    private static final Logger LOG = LoggerFactory.getLogger(EventsPath.class);

    private final App app;
    private final SlackRequestParser parser;
    private final Signature signature;
    private final TurnedAway turnedAway;

    EventsPath(App app, Signature signature, TurnedAway turnedAway) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.signature = signature;
        this.turnedAway = turnedAway;
    }

    @Override
    public HttpReply answer(HttpRequest request) {
        if (!request.method().equals("POST")) {
            return HttpReply.text(405, "only POST");
        }
        String timestamp = request.header("x-slack-request-timestamp");
        Signature.Verdict verdict = signature.of(timestamp, request.header("x-slack-signature"), request.body());
        if (verdict != Signature.Verdict.GENUINE) {
            turnedAway.add(verdict, signature.ahead(timestamp));
            return HttpReply.text(401, verdict == Signature.Verdict.WRONG ? "signature" : "timestamp");
        }
        return parsed(request).map(this::run).orElseGet(() -> HttpReply.text(400, "not understood"));
    }

    private Optional<Request<?>> parsed(HttpRequest request) {
        String body = new String(request.body(), UTF_8);
        try {
            Optional<Request<?>> parsed = Optional.ofNullable(bySdk(request, body));
            if (parsed.isEmpty()) {
                LOG.warn("a signed request could not be read: of an unknown kind");
            }
            return parsed;
        } catch (RuntimeException malformed) {
            // The exception's message can quote users.
            LOG.warn(
                    "a signed request could not be read: {}",
                    malformed.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private @Nullable Request<?> bySdk(HttpRequest request, String body) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri(PATH)
                .queryString(Map.of())
                .requestBody(body)
                .headers(new RequestHeaders(headers))
                .remoteAddress("")
                .build());
    }

    private HttpReply run(Request<?> request) {
        try {
            return reply(app.run(request));
        } catch (Exception failure) {
            LOG.error("incident {}: a request could not be handled", Incident.id(), failure);
            return HttpReply.text(500, "failed");
        }
    }

    private static HttpReply reply(Response response) {
        String text = SlackConversations.orEmpty(response.getBody());
        return new HttpReply(
                response.getStatusCode(),
                text.isEmpty() ? Map.of() : Map.of("Content-Type", response.getContentType()),
                text);
    }
}
