package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tunetally.bot.Bot;
import io.tunetally.settings.SlackSettings;
import io.tunetally.storage.Deliveries;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The adapter, running against a {@link FakeSlack} over real sockets, in either mode. */
final class RunningSlack implements AutoCloseable {
    static final String SECRET = "signing-secret";

    private final FakeSlack slack = new FakeSlack();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Mode mode;
    private final SlackApp app;

    /** How events arrive. */
    enum Mode {
        SOCKET,
        HTTP
    }

    RunningSlack(Mode mode, Bot bot, Deliveries deliveries) throws Exception {
        this.mode = mode;
        this.app = new SlackApp(SlackSettings.read(environment(mode)), bot, deliveries, Clock.systemUTC());
        app.start();
        if (mode == Mode.SOCKET && !slack.sockets().opened(2)) {
            throw new AssertionError("two connections were not opened");
        }
    }

    private Map<String, String> environment(Mode mode) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
        environment.put("SLACK_API_URL", slack.apiUrl());
        environment.put("SLACK_PORT", "0");
        switch (mode) {
            case SOCKET -> environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
            case HTTP -> environment.put("SLACK_SIGNING_SECRET", SECRET);
        }
        return environment;
    }

    FakeSlack slack() {
        return slack;
    }

    SlackApp app() {
        return app;
    }

    /** {@code /finetune}, and what it is acknowledged with. */
    JsonObject command(String text) throws Exception {
        return command("/finetune", text);
    }

    JsonObject command(String command, String text) throws Exception {
        JsonObject payload = Incoming.command(command, text, "U1", slack.responseUrl());
        JsonObject acknowledged = switch (mode) {
            case SOCKET -> slack.sockets().deliver("slash_commands", payload);
            case HTTP -> json(post(form(payload)));
        };
        slack.checkResponse(acknowledged);
        return acknowledged;
    }

    JsonObject event(JsonObject callback) throws Exception {
        return switch (mode) {
            case SOCKET -> slack.sockets().deliver("events_api", callback);
            case HTTP -> json(post(callback.toString()));
        };
    }

    JsonObject interaction(JsonObject payload) throws Exception {
        return switch (mode) {
            case SOCKET -> slack.sockets().deliver("interactive", payload);
            case HTTP -> json(post("payload=" + URLEncoder.encode(payload.toString(), UTF_8)));
        };
    }

    private static String form(JsonObject payload) {
        return payload.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().getAsString(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A request with a good signature. */
    HttpResponse<String> post(String body) throws Exception {
        String now = String.valueOf(Instant.now().getEpochSecond());
        return post(body, now, new Signature(SECRET, Clock.systemUTC()).of(now, body.getBytes(UTF_8)));
    }

    HttpResponse<String> post(String body, String timestamp, String signature) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/slack/events"))
                .timeout(Duration.ofSeconds(20))
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + ((HttpTransport) app.transport()).port() + path);
    }

    private JsonObject json(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            slack.fault("acknowledged with status " + response.statusCode());
        }
        return response.body().isEmpty()
                ? new JsonObject()
                : JsonParser.parseString(response.body()).getAsJsonObject();
    }

    @Override
    public void close() {
        app.close();
        http.close();
        slack.close();
    }
}
