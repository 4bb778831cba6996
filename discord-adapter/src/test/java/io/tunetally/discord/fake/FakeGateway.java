package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** The gateway of a {@link FakeDiscord}: identifies, resumes, and tells of events. */
public final class FakeGateway {
    private final Supplier<String> url;
    private final IntFunction<List<ObjectNode>> guilds;
    private final Map<Integer, GatewaySession> shards = new ConcurrentHashMap<>();
    private final Set<Integer> prepared = ConcurrentHashMap.newKeySet();
    private final List<JsonNode> identifies = new CopyOnWriteArrayList<>();
    private final BlockingQueue<JsonNode> resumes = new LinkedBlockingQueue<>();

    private final Set<Integer> heldBack = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();
    private final Set<String> outages = ConcurrentHashMap.newKeySet();
    private volatile String application = Incoming.APP;
    private volatile Duration heartbeatInterval = Duration.ofMillis(41_250);
    private volatile int refusal;
    private volatile boolean neverCloses;

    /**
     * A gateway.
     *
     * @param url where it is
     * @param guilds the GUILD_CREATE of each of a shard's guilds; one that is {@code unavailable} is in an outage
     */
    FakeGateway(Supplier<String> url, IntFunction<List<ObjectNode>> guilds) {
        this.url = url;
        this.guilds = guilds;
    }

    public List<JsonNode> identifies() {
        return identifies;
    }

    public boolean resumed() throws InterruptedException {
        return resumes.poll(20, TimeUnit.SECONDS) != null;
    }

    /** Which application the bot is from now on. */
    public void application(String id) {
        application = id;
    }

    /** The heartbeat interval for new connections. */
    public void heartbeatInterval(Duration interval) {
        heartbeatInterval = interval;
    }

    /** Ends each connection with this code when it has said who it is. */
    public void refuse(int code) {
        refusal = code;
    }

    /** Does not answer a shard that identifies, until it is let go. */
    public void holdBack(int shard) {
        heldBack.add(shard);
    }

    /** Releases a shard that was held back; waits until one is. */
    public Runnable held() throws InterruptedException {
        return Objects.requireNonNull(held.poll(60, TimeUnit.SECONDS), "no shard was held back");
    }

    /** A server that is named and does not come: nothing more is said of it. */
    public void outage(String guildId) {
        outages.add(guildId);
    }

    /** Does not answer a shard that ends its connection. */
    public void neverClose() {
        neverCloses = true;
    }

    /** Ends the connections that were left open. */
    void end() {
        shards.values().forEach(session -> session.socket().close(1_000, "the end"));
    }

    /** Returns the number of shards that were told of all their servers; a bot ignores a message of another server. */
    public int shards() {
        return prepared.size();
    }

    /** Tells shard 0 of an event. */
    public void dispatch(String type, JsonNode data) {
        session().tell(type, data);
    }

    private GatewaySession session() {
        GatewaySession session = shards.get(0);
        if (session == null) {
            throw new AssertionError("no shard is connected");
        }
        return session;
    }

    /** Op 7: connect again. */
    public void askToReconnect() {
        session().socket().send("{\"op\":7}");
    }

    /** Op 9: the session is over, or only its connection. */
    public void invalidate(boolean resumable) {
        session().socket().send("{\"op\":9,\"d\":" + resumable + "}");
    }

    /** Ends the connection as Discord does when something broke on its side. */
    public void cut() {
        cut(4_000, "unknown error");
    }

    public void cut(int code, String reason) {
        session().socket().close(code, reason);
    }

    /** Handles one connection. */
    WebSocketListener connection() {
        return new WebSocketListener() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
                socket.send("{\"op\":10,\"d\":{\"heartbeat_interval\":" + heartbeatInterval.toMillis() + "}}");
            }

            @Override
            public void onMessage(WebSocket socket, String text) {
                JsonNode payload = Bodies.read(text);
                switch (payload.path("op").asInt()) {
                    case 1 -> socket.send("{\"op\":11}");
                    case 2 -> identifies(socket, payload.path("d"));
                    case 6 -> resume(socket, payload.path("d"));
                    default -> {}
                }
            }

            @Override
            public void onClosing(WebSocket socket, int code, String reason) {
                if (!neverCloses) {
                    socket.close(code, reason);
                }
            }
        };
    }

    private void resume(WebSocket socket, JsonNode resume) {
        shards.values().stream()
                .filter(session -> session.id().equals(resume.path("session_id").asText()))
                .findFirst()
                .ifPresentOrElse(
                        session -> session.resume(socket, resume.path("seq").asInt()),
                        () -> socket.send("{\"op\":9,\"d\":false}"));
        resumes.add(resume);
    }

    private void identifies(WebSocket socket, JsonNode identify) {
        identifies.add(identify);
        int shard = identify.path("shard").path(0).asInt();
        if (refusal != 0) {
            socket.close(refusal, "refused");
        } else if (heldBack.contains(shard)) {
            held.add(() -> identified(socket, shard));
        } else {
            identified(socket, shard);
        }
    }

    private void identified(WebSocket socket, int shard) {
        GatewaySession session = new GatewaySession("s" + shard + "-" + identifies.size(), socket);
        shards.put(shard, session);
        List<ObjectNode> here = guilds.apply(shard);
        ObjectNode ready = Bodies.MAPPER.createObjectNode().put("v", 10).put("session_id", session.id());
        ready.put("resume_gateway_url", url.get());
        ready.set("user", Incoming.bot());
        ready.set("application", Bodies.MAPPER.createObjectNode().put("id", application));
        ready.putArray("private_channels");
        here.forEach(guild -> ready.withArray("guilds")
                .addObject()
                .put("id", guild.path("id").asText())
                .put("unavailable", true));
        if (here.isEmpty()) {
            ready.putArray("guilds");
        }
        session.tell("READY", ready);
        here.stream()
                .filter(guild -> !outages.contains(guild.path("id").asText()))
                .forEach(guild ->
                        session.tell(guild.path("unavailable").asBoolean() ? "GUILD_DELETE" : "GUILD_CREATE", guild));
        prepared.add(shard);
    }
}
