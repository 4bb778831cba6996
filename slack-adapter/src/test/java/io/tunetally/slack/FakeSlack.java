package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tunetally.operations.HttpLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Slack as the adapter sees it: Web API, Socket Mode and response addresses over real sockets. It checks what it gets. */
final class FakeSlack implements AutoCloseable {
    static final String BOT_TOKEN = "xoxb-fake";
    static final String APP_TOKEN = "xapp-fake";
    static final String BOT_USER = "U0BOT";
    private static final int TITLE = 24;
    private static final int TEXT = 40_000;

    static {
        // The JDK's server reads its limits when the first one is made, which is this one.
        System.setProperty("sun.net.httpserver.maxReqTime", "2");
        HttpLimits.set();
    }

    private static final int USES_OF_AN_ADDRESS = 5;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeSocketMode sockets = new FakeSocketMode(this::fault);
    private final BlockingQueue<Call> posts = new LinkedBlockingQueue<>();
    private final BlockingQueue<Call> homes = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonObject> responses = new LinkedBlockingQueue<>();
    private final Map<String, Queue<Canned>> canned = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> uses = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final AtomicInteger addresses = new AtomicInteger();
    private final FakeFiles files = new FakeFiles(this::fault);
    private final FakeGrants grants = new FakeGrants(this::fault);

    /** A call of a Web API method: its parameters as they came. */
    record Call(String method, String authorization, Map<String, String> parameters) {
        String get(String name) {
            return parameters.getOrDefault(name, "");
        }

        /** The message in it. */
        JsonObject message() {
            JsonObject message = new JsonObject();
            message.addProperty("text", get("text"));
            message.add(
                    "blocks",
                    parameters.containsKey("blocks") ? JsonParser.parseString(get("blocks")) : new JsonArray());
            return message;
        }
    }

    private record Canned(int status, Map<String, String> headers, String body) {}

    FakeSlack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/", this::api);
        server.createContext("/response/", this::response);
        server.createContext("/upload/", this::upload);
        server.start();
        sockets.start();
    }

    String apiUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    /** A new response address. */
    String responseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/response/" + addresses.incrementAndGet();
    }

    FakeFiles files() {
        return files;
    }

    FakeGrants grants() {
        return grants;
    }

    FakeSocketMode sockets() {
        return sockets;
    }

    /** What the next call of a method is answered with; where the status is 0 the connection ends without an answer. */
    void next(String method, int status, Map<String, String> headers, String body) {
        canned.computeIfAbsent(method, name -> new ArrayDeque<>()).add(new Canned(status, headers, body));
    }

    /** The next message that was posted. */
    Call post() throws InterruptedException {
        Call post = posts.poll(10, TimeUnit.SECONDS);
        if (post == null) {
            throw new AssertionError("nothing was posted; faults: " + faults);
        }
        return post;
    }

    /** The next App Home that was shown. */
    JsonObject home() throws InterruptedException {
        Call home = homes.poll(10, TimeUnit.SECONDS);
        if (home == null) {
            throw new AssertionError("no App Home was shown; faults: " + faults);
        }
        return JsonParser.parseString(home.get("view")).getAsJsonObject();
    }

    int homesWaiting() {
        return homes.size();
    }

    /** The next thing a response address got. */
    JsonObject response() throws InterruptedException {
        JsonObject response = responses.poll(10, TimeUnit.SECONDS);
        if (response == null) {
            throw new AssertionError("no response address got anything; faults: " + faults);
        }
        return response;
    }

    void discardResponses() {
        responses.clear();
    }

    int postsWaiting() {
        return posts.size();
    }

    int responsesWaiting() {
        return responses.size();
    }

    /** Whatever Slack would have refused or found missing. */
    List<String> faults() {
        return faults;
    }

    void fault(String fault) {
        faults.add(fault);
    }

    private void api(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        Map<String, String> parameters =
                FormFields.of(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        Queue<Canned> prepared = canned.get(method);
        Canned answer = prepared == null ? null : prepared.poll();
        if (answer != null) {
            send(exchange, answer);
            return;
        }
        String body = switch (method) {
            case "auth.test" ->
                "{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"" + BOT_USER + "\",\"bot_id\":\"B0BOT\"}";
            case "apps.connections.open" -> {
                mustBe(APP_TOKEN, token);
                yield "{\"ok\":true,\"url\":\"" + sockets.url() + "\"}";
            }
            case "oauth.v2.access" -> grants.access(token, parameters);
            case "chat.postMessage", "chat.postEphemeral" -> {
                mustBeBot(token);
                yield posted(new Call(method, token, parameters));
            }
            case "files.getUploadURLExternal" -> {
                mustBeBot(token);
                yield files.begin(parameters, apiUrl().replace("/api/", "/upload/"));
            }
            case "files.completeUploadExternal" -> {
                mustBeBot(token);
                yield files.complete(new Call(method, token, parameters));
            }
            case "views.publish" -> {
                mustBeBot(token);
                yield published(new Call(method, token, parameters));
            }
            case "views.open" -> {
                mustBeBot(token);
                yield viewed(new Call(method, token, parameters));
            }
            default -> {
                fault("a method that no scope allows: " + method);
                yield "{\"ok\":false,\"error\":\"missing_scope\"}";
            }
        };
        send(exchange, new Canned(200, Map.of(), body));
    }

    private void mustBe(String token, String authorization) {
        if (!("Bearer " + token).equals(authorization)) {
            fault("not the token " + token);
        }
    }

    private void mustBeBot(String authorization) {
        String token = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        if (!token.equals(BOT_TOKEN) && !grants.isGood(token)) {
            fault("no token of a bot: " + authorization);
        }
    }

    private String posted(Call call) {
        if (call.parameters().containsKey("blocks")) {
            faults.addAll(LimitsCheck.of(call.message()).broken());
        } else if (call.get("text").isBlank() || call.get("text").length() > TEXT) {
            fault("a message with neither blocks nor a text that Slack takes");
        }
        if (call.get("channel").isEmpty() || call.get("reply_broadcast").equals("1")) {
            fault("a post without a channel or one for the whole channel: " + call);
        }
        posts.add(call);
        return "{\"ok\":true,\"channel\":\"" + call.get("channel") + "\",\"ts\":\"1700000000.000100\"}";
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
        faults.addAll(BlockSchema.faultsOfModal(view));
        for (String part : List.of("title", "submit", "close")) {
            if (view.getAsJsonObject(part).get("text").getAsString().length() > TITLE) {
                fault("too long: " + part);
            }
        }
        if (view.getAsJsonArray("blocks").size() > 100 || call.get("trigger_id").isEmpty()) {
            fault("a form that Slack does not open");
        }
        posts.add(call);
        return "{\"ok\":true,\"view\":{\"id\":\"V1\"}}";
    }

    private void upload(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        files.take(
                path.substring("/upload/".length()), exchange.getRequestBody().readAllBytes());
        send(exchange, new Canned(200, Map.of(), "OK"));
    }

    private void response(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().getPath();
        JsonObject body = JsonParser.parseString(
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                .getAsJsonObject();
        if (uses.computeIfAbsent(address, any -> new AtomicInteger()).incrementAndGet() > USES_OF_AN_ADDRESS) {
            fault("a response address used more than five times");
        }
        Queue<Canned> prepared = canned.get("response_url");
        Canned answer = prepared == null ? null : prepared.poll();
        if (answer != null) {
            send(exchange, answer);
            return;
        }
        checkResponse(body);
        responses.add(body);
        send(exchange, new Canned(200, Map.of(), "ok"));
    }

    /** A response is limited as a message is, and a table in it could not be repaired by the sender of an ack. */
    void checkResponse(JsonObject body) {
        if (body.has("blocks")) {
            faults.addAll(LimitsCheck.of(body).broken());
        } else if (body.get("text").getAsString().isBlank()
                || body.get("text").getAsString().length() > TEXT) {
            fault("a response without a text that Slack takes");
        }
    }

    private static void send(HttpExchange exchange, Canned answer) throws IOException {
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        byte[] body = answer.body().getBytes(UTF_8);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        sockets.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
