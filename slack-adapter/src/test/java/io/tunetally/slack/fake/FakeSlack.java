package io.tunetally.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.SlackConfig;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tunetally.operations.HttpLimits;
import io.tunetally.slack.message.FormFields;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Slack as the adapter sees it: Web API, Socket Mode and response addresses over real sockets. It checks what it gets. */
public final class FakeSlack implements AutoCloseable {
    public static final String BOT_TOKEN = "xoxb-fake";
    public static final String APP_TOKEN = "xapp-fake";
    public static final String BOT_USER = "U0BOT";
    /** The time of each message that is posted. */
    public static final String POSTED = "1700000000.000100";

    static {
        // The JDK's server reads its limits when the first one is made, which is this one. With less time for a request
        // the fake cut off posts that a busy machine was slow to send.
        HttpLimits.set();
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeSocketMode sockets = new FakeSocketMode(this::fault);
    private final FakeAnswers answers = new FakeAnswers();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final FakeFiles files = new FakeFiles(this::fault);
    private final SharedFiles shared = new SharedFiles(this::isBot, this::fault);
    private final FakeGrants grants = new FakeGrants(this::fault);
    private final FakePace pace = new FakePace(this::fault);
    private final AcknowledgementCheck acknowledgements = new AcknowledgementCheck(this::fault);
    private final FakeResponses responses = new FakeResponses(answers, acknowledgements);
    private final SentMessages messages = new SentMessages(pace, responses::now, this::fault);
    private final FakeScopes scopes = new FakeScopes(this::fault);

    /** A call of a Web API method: its parameters as they came. */
    public record Call(String method, String authorization, Map<String, String> parameters) {
        public String get(String name) {
            return parameters.getOrDefault(name, "");
        }

        /** The message in it. */
        public JsonObject message() {
            JsonObject message = new JsonObject();
            message.addProperty("text", get("text"));
            message.add(
                    "blocks",
                    parameters.containsKey("blocks") ? JsonParser.parseString(get("blocks")) : new JsonArray());
            return message;
        }
    }

    public FakeSlack() throws IOException {
        // Room for as many at once as are worked on; of more than the usual fifty, some would try again only after
        // seconds.
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
        server.setExecutor(threads);
        server.createContext("/api/", this::api);
        server.createContext("/response/", responses::answer);
        server.createContext("/upload/", this::upload);
        server.createContext("/files-pri/", exchange -> shared.send(exchange, scopes.mayReadFiles()));
        server.start();
        sockets.start();
    }

    /** The address of a shared file, as an event names it. */
    public String fileUrl(String id) {
        return apiUrl().replace("/api/", "/files-pri/T1-" + id);
    }

    public String apiUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    /** Of a client that finds it, and calls nothing for statistics of its own. */
    public SlackConfig config() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(apiUrl());
        config.getMethodsConfig().setStatsEnabled(false);
        return config;
    }

    /** A new response address. */
    public String responseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + responses.issue();
    }

    /** Response addresses get older. */
    void pass(Duration time) {
        responses.pass(time);
    }

    public FakeFiles files() {
        return files;
    }

    /** The files that people share with the bot. */
    public SharedFiles shared() {
        return shared;
    }

    public FakeGrants grants() {
        return grants;
    }

    public FakePace pace() {
        return pace;
    }

    /** Checks how requests are acknowledged. */
    public AcknowledgementCheck acknowledgements() {
        return acknowledgements;
    }

    public FakeScopes scopes() {
        return scopes;
    }

    public FakeSocketMode sockets() {
        return sockets;
    }

    /**
     * Sets the answer to the next call of a method. With status 0 the call is done, and the connection ends without an
     * answer: a call whose answer is lost may have been done.
     */
    public void next(String method, int status, Map<String, String> headers, String body) {
        answers.prepare(method, new FakeAnswers.Answer(status, headers, body));
    }

    /** Does the calls of a method, but holds back their answers until they are {@link #release}d. */
    public void hold(String method) {
        held.put(method, new CountDownLatch(1));
    }

    public void release(String method) {
        Objects.requireNonNull(held.remove(method), method).countDown();
    }

    private void await(String method) {
        CountDownLatch latch = held.get(method);
        try {
            boolean _ = latch == null || latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many answers are prepared for calls of a method that did not come yet. */
    public int prepared(String method) {
        return answers.waiting(method);
    }

    /** The next message that was posted. */
    public Call post() throws InterruptedException {
        return next(messages.posts(), "nothing was posted");
    }

    /** Returns the next message that was changed. */
    public Call update() throws InterruptedException {
        return next(messages.updates(), "no message was changed");
    }

    /** The next App Home that was shown. */
    public JsonObject home() throws InterruptedException {
        Call home = next(messages.homes(), "no App Home was shown");
        return JsonParser.parseString(home.get("view")).getAsJsonObject();
    }

    /** The next thing a response address got. */
    public JsonObject response() throws InterruptedException {
        return next(responses.received(), "no response address got anything");
    }

    private <T> T next(BlockingQueue<T> queue, String nothing) throws InterruptedException {
        T next = queue.poll(FakeSocketMode.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError(nothing + "; faults: " + faults);
        }
        return next;
    }

    public int homesWaiting() {
        return messages.homes().size();
    }

    public void discardResponses() {
        responses.received().clear();
    }

    public int postsWaiting() {
        return messages.posts().size();
    }

    /** Returns the number of changes of messages that no test has taken. */
    public int updatesWaiting() {
        return messages.updates().size();
    }

    public int responsesWaiting() {
        return responses.received().size();
    }

    /** The requests that Slack would have refused or found missing. */
    public List<String> faults() {
        return faults;
    }

    public void fault(String fault) {
        faults.add(fault);
    }

    /** A fault that a test provokes: it must be there, and counts no more. */
    public void provoked(String fault) {
        if (!faults.remove(fault)) {
            throw new AssertionError("not there: " + fault + "; faults: " + faults);
        }
    }

    private void api(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        Map<String, String> parameters =
                FormFields.of(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        Optional<FakeAnswers.Answer> prepared = answers.next(method);
        boolean done = prepared.isEmpty() || prepared.get().isCutOff();
        String body = done ? body(new Call(method, token, parameters)) : "";
        await(method);
        prepared.orElseGet(() -> FakeAnswers.Answer.ok(body)).send(exchange);
    }

    /** Two methods are for the app itself; all others want the token of a bot and its scope. */
    private String body(Call call) {
        return switch (call.method()) {
            case "apps.connections.open" -> {
                mustBe(APP_TOKEN, call.authorization());
                yield "{\"ok\":true,\"url\":\"" + sockets.url() + "\"}";
            }
            case "oauth.v2.access" -> grants.access(call.authorization(), call.parameters());
            default -> {
                if (grants.isRemoved(token(call.authorization()))) {
                    yield "{\"ok\":false,\"error\":\"account_inactive\"}";
                }
                mustBeBot(call.authorization());
                yield scopes.allow(call.method()) ? allowed(call) : "{\"ok\":false,\"error\":\"missing_scope\"}";
            }
        };
    }

    private String allowed(Call call) {
        return switch (call.method()) {
            case "auth.test" ->
                "{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"" + BOT_USER + "\",\"bot_id\":\"B0BOT\"}";
            case "users.info" -> member(call.get("user"), true);
            case "chat.postMessage", "chat.postEphemeral" -> messages.posted(call);
            case "chat.update" -> messages.updated(call);
            case "files.info" -> shared.info(call.get("file"));
            case "files.getUploadURLExternal" -> files.begin(call.parameters(), apiUrl().replace("/api/", "/upload/"));
            case "files.completeUploadExternal" -> files.complete(call);
            case "views.publish" -> messages.published(call);
            case "views.open" -> messages.viewed(call);
            default -> throw new IllegalStateException("a method with a scope that does nothing: " + call.method());
        };
    }

    /** The answer of {@code users.info} for a user. */
    public static String member(String user, boolean admin) {
        return "{\"ok\":true,\"user\":{\"id\":\"" + user + "\",\"name\":\"name of " + user + "\",\"is_admin\":" + admin
                + ",\"is_owner\":false}}";
    }

    private void mustBe(String token, String authorization) {
        if (!("Bearer " + token).equals(authorization)) {
            fault("not the token " + token);
        }
    }

    private static String token(String authorization) {
        return authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
    }

    private void mustBeBot(String authorization) {
        if (!isBot(authorization)) {
            fault("no token of a bot: " + authorization);
        }
    }

    private boolean isBot(String authorization) {
        String token = token(authorization);
        return token.equals(BOT_TOKEN) || grants.isGood(token);
    }

    private void upload(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        files.take(
                path.substring("/upload/".length()), exchange.getRequestBody().readAllBytes());
        FakeAnswers.Answer.ok("OK").send(exchange);
    }

    @Override
    public void close() {
        sockets.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
