package io.tunetally.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** Discord as the adapter sees it: REST and gateway on one port. It refuses and reports whatever Discord would refuse. */
public final class FakeDiscord implements AutoCloseable {
    public static final String TOKEN = "fake.discord.token";
    /** After which nothing comes any more; the start of a Java beside other work is part of it. */
    private static final int TIMEOUT_SECONDS = 90;

    private static final Pattern MESSAGES = Pattern.compile("/channels/\\d+/messages(/\\d+)?");

    private final MockWebServer server = new MockWebServer();
    private final PromptSockets sockets = new PromptSockets();
    private final FakeGateway gateway;
    private final Interactions interactions = new Interactions(this::fault);
    private final Map<Kind, BlockingQueue<Call>> calls = new ConcurrentHashMap<>();
    private final Map<Kind, Queue<MockResponse>> canned = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Attachments attachments = new Attachments(this::fault);
    private final SentMessages messages = new SentMessages(this::fault);
    private final Members members;
    private final RegisteredCommands commands;
    private volatile int recommendedShards = 1;
    private volatile boolean gatewayRefused;
    private final AtomicInteger refused = new AtomicInteger();

    /** The kinds of requests. */
    public enum Kind {
        POST,
        EDIT,
        CALLBACK,
        ORIGINAL,
        FOLLOWUP,
        REGISTRATION,
        /** For the address of the gateway and the number of shards. */
        ADVICE,
        OTHER
    }

    /**
     * A request.
     *
     * @param id the interaction, channel or guild in its path
     * @param raw the whole body, which also has the bytes of files
     */
    public record Call(String method, String path, String id, JsonNode body, String raw) {
        /** The message in a callback or request. */
        public JsonNode message() {
            return body.has("data") ? body.path("data") : body;
        }

        public String text() {
            return LimitsCheck.of(message()).visible();
        }
    }

    public FakeDiscord() throws IOException {
        this(_ -> List.of(Incoming.guild(Incoming.GUILD, Incoming.USUAL_PERMISSIONS)));
    }

    public FakeDiscord(IntFunction<List<ObjectNode>> guilds) throws IOException {
        members = new Members(guilds, () -> recommendedShards);
        commands = new RegisteredCommands(members::hasBot, this::fault);
        gateway = new FakeGateway(this::gatewayUrl, guilds);
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                // The server keeps every request until memory is full.
                server.takeRequest(0, TimeUnit.SECONDS);
                try {
                    return FakeDiscord.this.dispatch(request);
                } catch (RuntimeException broken) {
                    fault("the fake failed at " + request + ": " + broken);
                    throw broken;
                }
            }
        });
        server.setServerSocketFactory(sockets);
        server.start();
    }

    public String apiUrl() {
        return "http://127.0.0.1:" + server.getPort() + "/api/v10/";
    }

    /** The server of attachments. */
    public String fileServer() {
        return "http://127.0.0.1:" + server.getPort();
    }

    public Attachments attachments() {
        return attachments;
    }

    private String gatewayUrl() {
        return "ws://127.0.0.1:" + server.getPort() + "/gateway";
    }

    public FakeGateway gateway() {
        return gateway;
    }

    public void recommendShards(int shards) {
        recommendedShards = shards;
    }

    /** Whether the gateway refuses connections. */
    public void refuseGateway(boolean refused) {
        gatewayRefused = refused;
    }

    /** Whether it is there and says nothing, like a host behind a network that drops everything. */
    public void fallSilent(boolean silent) {
        sockets.fallSilent(silent);
    }

    /** Breaks the connections of the next requests at once. */
    public void refuseConnections(int requests) {
        refused.set(requests);
    }

    /** Sets the answer to the next request of a kind. */
    public void next(Kind kind, int status, Map<String, String> headers, String body) {
        MockResponse.Builder response = new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body);
        headers.forEach(response::setHeader);
        canned.computeIfAbsent(kind, _ -> new ArrayDeque<>()).add(response.build());
    }

    /** The connection breaks when the next request of a kind has arrived. */
    public void cut(Kind kind) {
        canned.computeIfAbsent(kind, _ -> new ArrayDeque<>())
                .add(new MockResponse.Builder()
                        .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
    }

    /** Tells of an interaction; from now on there are three seconds to answer. */
    public void interact(ObjectNode interaction) {
        begin(interaction);
        gateway.dispatch("INTERACTION_CREATE", interaction);
    }

    void begin(ObjectNode interaction) {
        interactions.begin(interaction);
    }

    /** The next request of a kind. */
    public Call take(Kind kind) throws InterruptedException {
        Call call = queue(kind).poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        if (call == null) {
            throw new AssertionError("no " + kind + "; faults: " + faults);
        }
        return call;
    }

    public int waiting(Kind kind) {
        return queue(kind).size();
    }

    private BlockingQueue<Call> queue(Kind kind) {
        return calls.computeIfAbsent(kind, _ -> new LinkedBlockingQueue<>());
    }

    /** The requests that Discord would have refused or found missing. */
    public List<String> faults() {
        return faults;
    }

    void fault(String fault) {
        faults.add(fault);
    }

    private MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath().replace("/api/v10", "");
        if (refused.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return new MockResponse.Builder()
                    .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                    .build();
        }
        if (path.equals("/gateway") && request.getHeaders().get("Upgrade") == null) {
            return Bodies.json(200, "{\"url\":\"" + gatewayUrl() + "\"}");
        }
        if (path.startsWith("/gateway") && request.getHeaders().get("Upgrade") != null) {
            if (gatewayRefused) {
                return Bodies.json(503, "{}");
            }
            return new MockResponse.Builder()
                    .webSocketUpgrade(gateway.connection())
                    .build();
        }
        if (path.startsWith("/attachments/")) {
            return attachments.answer(request);
        }
        if (!("Bot " + TOKEN).equals(request.getHeaders().get("Authorization")) && !isInteractions(path)) {
            return Bodies.json(401, "{\"message\":\"401: Unauthorized\",\"code\":0}");
        }
        String[] parts = path.split("/", -1);
        Call call = new Call(
                request.getMethod(),
                path,
                parts.length > 2 ? parts[2] : "",
                Bodies.of(request.getBody()),
                Bodies.raw(request.getBody()));
        Kind kind = kind(call);
        Queue<MockResponse> prepared = canned.get(kind);
        MockResponse answer = prepared == null ? null : prepared.poll();
        // Only now, as the test that takes it may prepare the next answer at once.
        queue(kind).add(call);
        MockResponse refusal = commands.refusal(call);
        if (refusal != null) {
            return refusal;
        }
        if (answer != null) {
            refused(kind, call);
            return answer;
        }
        return answer(kind, call);
    }

    private static boolean isInteractions(String path) {
        return path.startsWith("/interactions/") || path.startsWith("/webhooks/");
    }

    private static Kind kind(Call call) {
        String path = call.path();
        if (path.startsWith("/interactions/")) {
            return Kind.CALLBACK;
        }
        if (path.startsWith("/webhooks/")) {
            return path.endsWith("@original") ? Kind.ORIGINAL : Kind.FOLLOWUP;
        }
        if (path.equals("/gateway/bot")) {
            return Kind.ADVICE;
        }
        if (path.endsWith("/commands")) {
            return call.method().equals("PUT") ? Kind.REGISTRATION : Kind.OTHER;
        }
        Matcher messages = MESSAGES.matcher(path);
        if (!messages.matches()) {
            return Kind.OTHER;
        }
        return messages.group(1) == null ? Kind.POST : Kind.EDIT;
    }

    /** Checks a request, whichever answer it gets. */
    private void refused(Kind kind, Call call) {
        switch (kind) {
            case POST, EDIT -> faults.addAll(LimitsCheck.of(call.body()).broken());
            case CALLBACK -> interactions.refused(call);
            case ORIGINAL, FOLLOWUP -> interactions.refusedAfter(call);
            case REGISTRATION -> faults.addAll(CommandsCheck.broken(call.body()));
            case ADVICE, OTHER -> {}
        }
    }

    private MockResponse answer(Kind kind, Call call) {
        return switch (kind) {
            case POST, EDIT -> {
                faults.addAll(LimitsCheck.of(call.body()).broken());
                yield Bodies.json(200, (kind == Kind.POST ? messages.posted(call) : messages.edited(call)).toString());
            }
            case CALLBACK ->
                interactions.callback(call)
                        ? Bodies.json(200, interactions.response(call).toString())
                        : Bodies.json(
                                400, "{\"code\":40060,\"message\":\"Interaction has already been acknowledged.\"}");
            case ORIGINAL, FOLLOWUP -> {
                interactions.after(kind, call);
                yield Bodies.json(200, messages.made(call.body()).toString());
            }
            case REGISTRATION -> commands.registered(call);
            case ADVICE -> Bodies.json(200, """
                    {"url":"%s","shards":%d,"session_start_limit":
                     {"total":1000,"remaining":999,"reset_after":0,"max_concurrency":16}}
                    """.formatted(gatewayUrl(), recommendedShards));
            case OTHER -> other(call);
        };
    }

    private MockResponse other(Call call) {
        if (call.path().startsWith("/guilds/")) {
            return members.answer(call);
        }
        return switch (call.path()) {
            case "/users/@me" -> Bodies.json(200, Incoming.bot().toString());
            case "/users/@me/channels" ->
                Bodies.json(200, Incoming.directChannel().toString());
            default ->
                call.path().endsWith("/commands")
                        ? Bodies.json(200, commands.of(call.path()).toString())
                        : Bodies.json(404, "{\"message\":\"404: Not Found\",\"code\":0}");
        };
    }

    /** A person is a member of every server from now on, with roles that the server has. */
    public void join(String user, String... roles) {
        members.join(user, roles);
    }

    /** Whether the commands of a server can be neither read nor changed. */
    public void breakCommandsOf(String guildId, boolean broken) {
        commands.breakOf(guildId, broken);
    }

    /** How many messages were made, in channels and in answer to interactions. */
    public int messages() {
        return messages.count();
    }

    /** Takes no more requests, and looks for unanswered ones. */
    void finish() {
        sockets.fallSilent(false);
        gateway.end();
        server.close();
        interactions.end();
    }

    /** Ends it; fails the test if Discord would have refused a request, or an interaction has no answer. */
    @Override
    public void close() {
        finish();
        assertThat(faults).as("what Discord would have refused").isEmpty();
    }
}
