package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonParseException;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tunetally.bot.Incident;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /slack/events}: commands, events and interactivity, in the order size, signature, content. */
final class EventsPath implements HttpHandler {
    static final String PATH = "/slack/events";
    private static final Logger LOG = LoggerFactory.getLogger(EventsPath.class);

    /** Slack's largest events stay far below. */
    private static final int BODY_BYTES = 1_000_000;

    private final App app;
    private final SlackRequestParser parser;
    private final Signature signature;

    EventsPath(App app, Signature signature) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.signature = signature;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = answer(exchange);
            send(exchange, response);
        }
    }

    private Response answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return error(404, "not found");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return error(405, "only POST");
        }
        byte[] body = body(exchange);
        if (body.length > BODY_BYTES) {
            return error(413, "too large");
        }
        Headers headers = exchange.getRequestHeaders();
        if (!signature.fits(
                headers.getFirst("X-Slack-Request-Timestamp"), headers.getFirst("X-Slack-Signature"), body)) {
            LOG.warn("a request whose signature does not fit was turned away");
            return error(401, "signature");
        }
        return parsed(headers, new String(body, UTF_8)).map(this::run).orElseGet(() -> error(400, "not understood"));
    }

    /** No more of it than shows that it is too large, in an array no larger than it needs. */
    private static byte[] body(HttpExchange exchange) throws IOException {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        long most = length == null ? BODY_BYTES : Math.min(BODY_BYTES, Long.parseLong(length));
        return exchange.getRequestBody().readNBytes((int) most + 1);
    }

    private Optional<Request<?>> parsed(Headers headers, String body) {
        try {
            Optional<SlashCommandRequest> command = CommandForm.of(body, app.config());
            return command.isPresent() ? Optional.of(command.get()) : Optional.ofNullable(bySdk(headers, body));
        } catch (JsonParseException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | ClassCastException malformed) {
            LOG.warn("a signed request could not be read: {}", malformed.toString());
            return Optional.empty();
        }
    }

    private @Nullable Request<?> bySdk(Headers headers, String body) {
        return parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri(PATH)
                .queryString(Map.of())
                .requestBody(body)
                .headers(new RequestHeaders(headers))
                .remoteAddress("")
                .build());
    }

    private Response run(Request<?> request) {
        try {
            return app.run(request);
        } catch (Exception failure) {
            LOG.error("incident {}: a request could not be handled", Incident.id(), failure);
            return error(500, "failed");
        }
    }

    private static Response error(int status, String text) {
        return Response.builder().statusCode(status).body(text).build();
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        @Nullable String text = response.getBody();
        byte[] body = text == null ? new byte[0] : text.getBytes(UTF_8);
        if (body.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", response.getContentType());
        }
        exchange.sendResponseHeaders(response.getStatusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
