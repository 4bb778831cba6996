package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tunetally.WrittenLog;
import io.tunetally.bot.Bot;
import io.tunetally.bot.Bulkhead;
import io.tunetally.slack.api.Signature;
import io.tunetally.slack.api.SlackSettings;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.FakeSocketMode;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.fake.SkippedPauses;
import io.tunetally.slack.message.FormFields;
import io.tunetally.slack.message.Notices;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.java_websocket.WebSocket;

/** The adapter, running against a {@link FakeSlack} over real sockets, in either mode; short pauses are skipped. */
public final class RunningSlack implements AutoCloseable {
    private static final String DEFERRED = String.valueOf(Notices.working().get("text"));

    public static final String SECRET = "signing-secret";

    public static final String CLIENT_ID = "111.222";
    public static final String CLIENT_SECRET = "client-secret";

    private static final Duration LOOKED_EVERY = Duration.ofMillis(10);

    private static final Set<String> SHORTCUTS = Set.of("shortcut", "message_action");

    private final WrittenLog log = new WrittenLog(); // Keeps its lines out of the logs of other tests.
    private final FakeSlack slack = new FakeSlack();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Mode mode;
    private final Clock clock;
    private final Optional<TestStore> own;
    private final Bulkhead answers;
    private final SlackApp app;

    /** How events arrive. */
    public enum Mode {
        SOCKET,
        HTTP
    }

    /** One workspace, and a store that lives as long as the adapter. */
    public RunningSlack(Mode mode, Bot bot) throws Exception {
        this(
                mode,
                bot,
                new TestStore(Clock.systemUTC()),
                true,
                Clock.systemUTC(),
                SlackApp.MOST_WORK,
                Map.of("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN));
    }

    /** One workspace. */
    public RunningSlack(Mode mode, Bot bot, TestStore store) throws Exception {
        this(
                mode,
                bot,
                store,
                false,
                Clock.systemUTC(),
                SlackApp.MOST_WORK,
                Map.of("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN));
    }

    /** One workspace, and room for so many concurrent answers. */
    public static RunningSlack withRoomFor(int mostWork, Mode mode, Bot bot) throws Exception {
        return new RunningSlack(
                mode,
                bot,
                new TestStore(Clock.systemUTC()),
                true,
                Clock.systemUTC(),
                mostWork,
                Map.of("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN));
    }

    private RunningSlack(
            Mode mode, Bot bot, TestStore store, boolean own, Clock clock, int mostWork, Map<String, String> settings)
            throws Exception {
        this.mode = mode;
        this.clock = clock;
        this.own = own ? Optional.of(store) : Optional.empty();
        this.answers = new Bulkhead(mostWork, SlackApp.STOP_WITHIN);
        this.app = new SlackApp(
                SlackSettings.read(environment(settings)), store.parts(bot, clock), new SkippedPauses(slack), answers);
        store.editBoardsBy(app::replace);
        app.start();
        if (mode == Mode.SOCKET && !slack.sockets().opened(2)) {
            throw new AssertionError("two connections were not opened");
        }
    }

    /** One workspace with more settings. */
    public static RunningSlack with(Map<String, String> settings, Mode mode, Bot bot, TestStore store)
            throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
        return new RunningSlack(mode, bot, store, false, Clock.systemUTC(), SlackApp.MOST_WORK, all);
    }

    /** No workspace yet: they install the app themselves. */
    public static RunningSlack ofManyWorkspaces(Mode mode, Bot bot, TestStore store, Clock clock) throws Exception {
        return new RunningSlack(
                mode,
                bot,
                store,
                false,
                clock,
                SlackApp.MOST_WORK,
                Map.of("SLACK_CLIENT_ID", CLIENT_ID, "SLACK_CLIENT_SECRET", CLIENT_SECRET));
    }

    /** Many workspaces over HTTP, of a Slack that stands elsewhere. */
    public static RunningSlack at(String apiUrl, Bot bot, TestStore store) throws Exception {
        return at(apiUrl, bot, store, Clock.systemUTC());
    }

    public static RunningSlack at(String apiUrl, Bot bot, TestStore store, Clock clock) throws Exception {
        return new RunningSlack(
                Mode.HTTP,
                bot,
                store,
                false,
                clock,
                SlackApp.MOST_WORK,
                Map.of(
                        "SLACK_CLIENT_ID", CLIENT_ID,
                        "SLACK_CLIENT_SECRET", CLIENT_SECRET,
                        "SLACK_API_URL", apiUrl));
    }

    private Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("SLACK_API_URL", slack.apiUrl());
        environment.put("SLACK_PORT", "0");
        switch (mode) {
            case SOCKET -> environment.put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
            case HTTP -> environment.put("SLACK_SIGNING_SECRET", SECRET);
        }
        return environment;
    }

    public FakeSlack slack() {
        return slack;
    }

    public SlackApp app() {
        return app;
    }

    /** {@code /finetune}, and what it is acknowledged with. */
    public JsonObject command(String text) throws Exception {
        return command("/finetune", text);
    }

    public JsonObject command(String command, String text) throws Exception {
        return command(Incoming.command(command, text, "U1", slack.responseUrl()));
    }

    public JsonObject command(JsonObject payload) throws Exception {
        slack.scopes().checkCommand();
        JsonObject acknowledged = switch (mode) {
            case SOCKET -> slack.sockets().deliver("slash_commands", payload);
            case HTTP -> delivered(form(payload));
        };
        slack.acknowledgements().checkAcknowledgement(acknowledged);
        return acknowledged;
    }

    /** {@code /finetune}, and its answer: the acknowledgement, or on a busy machine the message that follows it. */
    public String answer(String text) throws Exception {
        JsonObject acknowledged = command(text);
        boolean follows = acknowledged.get("text").getAsString().equals(DEFERRED);
        return (follows ? slack.response() : acknowledged).get("text").getAsString();
    }

    /** The command, beside others; the future is its acknowledgement, or a failure. */
    public CompletableFuture<JsonObject> commandAtOnce(String text) {
        slack.scopes().checkCommand();
        JsonObject payload = Incoming.command("/finetune", text, "U1", slack.responseUrl());
        CompletableFuture<JsonObject> acknowledged = switch (mode) {
            case SOCKET -> slack.sockets().send(slack.sockets().connections().getFirst(), "slash_commands", payload);
            case HTTP ->
                http.sendAsync(signedNow(form(payload)), HttpResponse.BodyHandlers.ofString())
                        .thenApply(this::json);
        };
        return acknowledged.orTimeout(FakeSocketMode.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    public JsonObject event(JsonObject callback) throws Exception {
        slack.scopes().checkEvent(callback);
        return switch (mode) {
            case SOCKET -> slack.sockets().deliver("events_api", callback);
            case HTTP -> delivered(callback.toString());
        };
    }

    /** The event, beside others; the future is its acknowledgement, or a failure. */
    public CompletableFuture<JsonObject> eventAtOnce(JsonObject callback) {
        slack.scopes().checkEvent(callback);
        CompletableFuture<JsonObject> acknowledged = switch (mode) {
            case SOCKET -> {
                List<WebSocket> connections = slack.sockets().connections();
                WebSocket next = connections.get(turn.getAndIncrement() % connections.size());
                yield slack.sockets().send(next, "events_api", callback);
            }
            case HTTP ->
                http.sendAsync(signedNow(callback.toString()), HttpResponse.BodyHandlers.ofString())
                        .thenApply(this::json);
        };
        return acknowledged.orTimeout(FakeSocketMode.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the adapter acknowledges an event; that it does not is no fault. */
    public boolean isAcknowledged(JsonObject callback) throws Exception {
        if (mode == Mode.HTTP) {
            return post(callback.toString()).statusCode() == 200;
        }
        long refusedBefore = refusals();
        CompletableFuture<JsonObject> acknowledged = eventAtOnce(callback);
        while (!acknowledged.isDone() && refusals() == refusedBefore) {
            Thread.sleep(LOOKED_EVERY);
        }
        return acknowledged.isDone() && acknowledged.get().isEmpty();
    }

    /** How many envelopes the adapter has left unacknowledged, of which it tells nobody but its log. */
    private long refusals() {
        return log.messages().stream()
                .filter(line -> line.startsWith("not acknowledged, Slack sends it again: status"))
                .count();
    }

    /** Waits until another event can be taken: an answer is posted a moment before its place is free. */
    public void awaitRoom() throws InterruptedException {
        long end = System.nanoTime() + FakeSocketMode.TIMEOUT.toNanos();
        Optional<Bulkhead.Permit> room = answers.enter();
        while (room.isEmpty()) {
            assertThat(System.nanoTime()).as("no room yet").isLessThan(end);
            Thread.sleep(LOOKED_EVERY);
            room = answers.enter();
        }
        room.get().close();
    }

    /** The event again, as Slack sends it where it did not hear of the first time. */
    public JsonObject eventAgain(JsonObject callback, int retry) throws Exception {
        return switch (mode) {
            case SOCKET ->
                slack.sockets()
                        .send(slack.sockets().connections().getLast(), "events_api", callback, retry)
                        .get(FakeSocketMode.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            case HTTP ->
                delivered(callback.toString(), "X-Slack-Retry-Num", "" + retry, "X-Slack-Retry-Reason", "http_timeout");
        };
    }

    public JsonObject interaction(JsonObject payload) throws Exception {
        if (SHORTCUTS.contains(payload.get("type").getAsString())) {
            slack.scopes().checkCommand();
        }
        JsonObject acknowledged = switch (mode) {
            case SOCKET -> slack.sockets().deliver("interactive", payload);
            case HTTP -> delivered("payload=" + URLEncoder.encode(payload.toString(), UTF_8));
        };
        slack.acknowledgements().checkInteraction(payload, acknowledged);
        return acknowledged;
    }

    private JsonObject delivered(String body, String... headers) throws Exception {
        return json(post(body, headers));
    }

    private static String form(JsonObject payload) {
        return payload.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().getAsString(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A request with a good signature, and more headers. */
    public HttpResponse<String> post(String body, String... headers) throws Exception {
        return http.send(signedNow(body, headers), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest signedNow(String body, String... headers) {
        String now = String.valueOf(clock.instant().getEpochSecond());
        return request(body, now, new Signature(SECRET, clock).of(now, body.getBytes(UTF_8)), headers);
    }

    public HttpResponse<String> signed(String body, String timestamp, String signature) throws Exception {
        return http.send(request(body, timestamp, signature), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String body, String timestamp, String signature, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/slack/events"))
                .timeout(FakeSocketMode.TIMEOUT)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + app.port().orElseThrow() + path);
    }

    /** A page, as a browser gets it that follows no redirection. */
    public HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Slack sends a person back whose browser began the installation. */
    public HttpResponse<String> redirected(String query) throws Exception {
        return get(
                "/slack/oauth_redirect?" + query,
                "Cookie",
                "other=1; tunetally-install=" + FormFields.of(query).getOrDefault("state", ""));
    }

    private JsonObject json(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            slack.fault("acknowledged with status " + response.statusCode());
        }
        return response.body().isEmpty()
                ? new JsonObject()
                : JsonParser.parseString(response.body()).getAsJsonObject();
    }

    /** Ends the adapter, as SIGTERM does. */
    public void stop() {
        if (!stopped.getAndSet(true)) {
            app.close();
        }
    }

    /** Ends all of it; a test passes only where the fake Slack found no fault. */
    @Override
    public void close() {
        stop();
        http.close();
        slack.close();
        own.ifPresent(TestStore::close);
        log.close();
        assertThat(slack.faults()).as("what Slack would not take").isEmpty();
    }
}
