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
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Slack as the adapter sees it: Web API, Socket Mode and response addresses over real sockets. It checks what it gets. */
public final class FakeSlack implements AutoCloseable {
    public static final String BOT_TOKEN = "xoxb-fake";
    public static final String APP_TOKEN = "xapp-fake";
    public static final String BOT_USER = "U0BOT";
    /** The time of each message that is posted. */
    public static final String POSTED = "1700000000.000100";

    /** A longer text without blocks Slack splits, wherever it stands, or refuses. */
    private static final int TEXT = 4_000;

    private static final Set<String> UNREPAIRABLE = Set.of("table", "data_table", "data_visualization");

    static {
        // The JDK's server reads its limits when the first one is made, which is this one. With less time for a request
        // the fake cut off posts that a busy machine was slow to send.
        HttpLimits.set();
    }

    private static final int USES_OF_AN_ADDRESS = 5;
    private static final Duration LIFE_OF_AN_ADDRESS = Duration.ofMinutes(30);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeSocketMode sockets = new FakeSocketMode(this::fault);
    private final BlockingQueue<Call> posts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Call> updates = new LinkedBlockingQueue<>();
    private final BlockingQueue<Call> homes = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonObject> responses = new LinkedBlockingQueue<>();
    private final FakeAnswers answers = new FakeAnswers();
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> uses = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Map<String, Long> issued = new ConcurrentHashMap<>();
    private final AtomicLong passed = new AtomicLong();
    private final AtomicInteger addresses = new AtomicInteger();
    private final FakeFiles files = new FakeFiles(this::fault);
    private final SharedFiles shared = new SharedFiles(this::isBot, this::fault);
    private final FakeGrants grants = new FakeGrants(this::fault);
    private final FakePace pace = new FakePace(this::fault);
    private final FakeTriggers triggers = new FakeTriggers();
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
        server.createContext("/response/", this::response);
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
        String path = "/response/" + addresses.incrementAndGet();
        issued.put(path, now());
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Response addresses get older. */
    void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    private long now() {
        return System.nanoTime() + passed.get();
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
        Call post = posts.poll(FakeSocketMode.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        if (post == null) {
            throw new AssertionError("nothing was posted; faults: " + faults);
        }
        return post;
    }

    /** The next App Home that was shown. */
    public JsonObject home() throws InterruptedException {
        Call home = homes.poll(FakeSocketMode.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        if (home == null) {
            throw new AssertionError("no App Home was shown; faults: " + faults);
        }
        return JsonParser.parseString(home.get("view")).getAsJsonObject();
    }

    public int homesWaiting() {
        return homes.size();
    }

    /** The next thing a response address got. */
    public JsonObject response() throws InterruptedException {
        JsonObject response = responses.poll(FakeSocketMode.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        if (response == null) {
            throw new AssertionError("no response address got anything; faults: " + faults);
        }
        return response;
    }

    public void discardResponses() {
        responses.clear();
    }

    public int postsWaiting() {
        return posts.size();
    }

    public int responsesWaiting() {
        return responses.size();
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
            case "chat.postMessage", "chat.postEphemeral" -> posted(call);
            case "chat.update" -> updated(call);
            case "files.info" -> shared.info(call.get("file"));
            case "files.getUploadURLExternal" -> files.begin(call.parameters(), apiUrl().replace("/api/", "/upload/"));
            case "files.completeUploadExternal" -> files.complete(call);
            case "views.publish" -> published(call);
            case "views.open" -> viewed(call);
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

    private String updated(Call call) {
        if (!call.parameters().containsKey("blocks")) {
            fault("a change without blocks, which keeps those that were there: " + call);
        } else if (!call.message().getAsJsonArray("blocks").isEmpty()) {
            faults.addAll(LimitsCheck.of(call.message()).broken());
        } else if (!isText(call)) {
            fault("a change with neither blocks nor a text that Slack takes");
        }
        if (!call.get("ts").equals(POSTED)) {
            return "{\"ok\":false,\"error\":\"message_not_found\"}";
        }
        updates.add(call);
        return "{\"ok\":true,\"channel\":\"" + call.get("channel") + "\",\"ts\":\"" + POSTED + "\"}";
    }

    /** Returns the next message that was changed. */
    public Call update() throws InterruptedException {
        Call call = updates.poll(FakeSocketMode.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        if (call == null) {
            throw new AssertionError("no message was changed");
        }
        return call;
    }

    /** Returns the number of changes of messages that no test has taken. */
    public int updatesWaiting() {
        return updates.size();
    }

    private String posted(Call call) {
        if (call.parameters().containsKey("blocks")) {
            faults.addAll(LimitsCheck.of(call.message()).broken());
        } else if (!isText(call)) {
            fault("a message with neither blocks nor a text that Slack takes");
        }
        if (call.get("channel").isEmpty() || call.get("reply_broadcast").equals("1")) {
            fault("a post without a channel or one for the whole channel: " + call);
        }
        if (call.method().equals("chat.postEphemeral") && call.get("user").isEmpty()) {
            fault("a message to one person without a recipient: " + call);
        }
        pace.posted(call.authorization(), call.get("channel"), now());
        posts.add(call);
        return "{\"ok\":true,\"channel\":\"" + channelOf(call.get("channel")) + "\",\"ts\":\"" + POSTED + "\"}";
    }

    private static boolean isText(Call call) {
        return !call.get("text").isBlank() && call.get("text").length() <= TEXT;
    }

    /** The channel of a post: for a user, that of their direct messages. */
    private static String channelOf(String recipient) {
        return recipient.startsWith("U") ? "D" + recipient : recipient;
    }

    private String published(Call call) {
        JsonObject view = JsonParser.parseString(call.get("view")).getAsJsonObject();
        faults.addAll(LimitsCheck.ofHome(view).broken());
        faults.addAll(BlockSchema.faultsOfHome(view));
        if (!view.get("type").getAsString().equals("home")
                || call.get("user_id").isEmpty()) {
            fault("no home of anybody: " + call);
        }
        homes.add(call);
        return "{\"ok\":true,\"view\":{\"id\":\"V2\"}}";
    }

    private String viewed(Call call) {
        JsonObject view = JsonParser.parseString(call.get("view")).getAsJsonObject();
        faults.addAll(ModalCheck.faultsOf(view));
        String refused = triggers.use(call.get("trigger_id"));
        if (!refused.isEmpty()) {
            fault("a form was not opened: " + refused);
            return "{\"ok\":false,\"error\":\"" + refused + "\"}";
        }
        posts.add(call);
        return "{\"ok\":true,\"view\":{\"id\":\"V1\"}}";
    }

    private void upload(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        files.take(
                path.substring("/upload/".length()), exchange.getRequestBody().readAllBytes());
        FakeAnswers.Answer.ok("OK").send(exchange);
    }

    private void response(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().getPath();
        JsonObject body = JsonParser.parseString(
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                .getAsJsonObject();
        if (uses.computeIfAbsent(address, any -> new AtomicInteger()).incrementAndGet() > USES_OF_AN_ADDRESS) {
            new FakeAnswers.Answer(404, Map.of(), "{\"ok\":false,\"error\":\"used_url\"}").send(exchange);
            return;
        }
        if (now() - issued.getOrDefault(address, Long.MIN_VALUE / 2) > LIFE_OF_AN_ADDRESS.toNanos()) {
            new FakeAnswers.Answer(404, Map.of(), "{\"ok\":false,\"error\":\"expired_url\"}").send(exchange);
            return;
        }
        Optional<FakeAnswers.Answer> prepared = answers.next("response_url");
        if (prepared.isEmpty() || prepared.get().isCutOff()) {
            checkResponse(body);
            responses.add(body);
        }
        prepared.orElseGet(() -> FakeAnswers.Answer.ok("ok")).send(exchange);
    }

    /** Checks the acknowledgement of a command. A refused table in it cannot be repaired. */
    public void checkAcknowledgement(JsonObject body) {
        checkResponse(body);
        if (body.has("blocks")) {
            body.getAsJsonArray("blocks").forEach(block -> {
                String type = block.getAsJsonObject().get("type").getAsString();
                if (UNREPAIRABLE.contains(type)) {
                    fault("in an acknowledgement: " + type);
                }
            });
        }
    }

    /** Checks the acknowledgement of a press, a shortcut or a form: only a form is answered in it. */
    public void checkInteraction(JsonObject payload, JsonObject body) {
        if (body.isEmpty()) {
            return;
        }
        if (!payload.get("type").getAsString().equals("view_submission")) {
            fault("an acknowledgement has a body without a reader: " + body);
            return;
        }
        switch (body.get("response_action").getAsString()) {
            case "errors" -> {
                Set<String> fields = payload.getAsJsonObject("view")
                        .getAsJsonObject("state")
                        .getAsJsonObject("values")
                        .keySet();
                if (!fields.containsAll(body.getAsJsonObject("errors").keySet())) {
                    fault("errors of fields that the form does not have: " + body);
                }
            }
            case "update", "push" -> faults.addAll(ModalCheck.faultsOf(body.getAsJsonObject("view")));
            case "clear" -> {}
            default -> fault("no response action: " + body);
        }
    }

    /** A response is limited as a message is. */
    void checkResponse(JsonObject body) {
        if (body.has("blocks")) {
            faults.addAll(LimitsCheck.of(body).broken());
        } else if (body.get("text").getAsString().isBlank()
                || body.get("text").getAsString().length() > TEXT) {
            fault("a response without a text that Slack takes");
        }
    }

    @Override
    public void close() {
        sockets.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
