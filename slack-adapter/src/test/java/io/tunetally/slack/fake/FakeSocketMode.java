package io.tunetally.slack.fake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * Slack's end of Socket Mode: says hello, sends envelopes and wants each acknowledged. What an acknowledgement does not wait for is
 * held back by the test until it has come; how long the machine takes for it says nothing of the adapter.
 */
public final class FakeSocketMode implements AutoCloseable {
    /** After which Slack sends an event again. */
    public static final int SENT_AGAIN_AFTER_SECONDS = 3;

    /** After which an acknowledgement counts as missing, on a machine however busy. */
    public static final Duration TIMEOUT = Duration.ofMinutes(1);

    private static final long READ_SLOWLY_NANOS = 200_000_000;

    private final Consumer<String> faults;
    private final List<WebSocket> open = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Semaphore hellos = new Semaphore(0);
    private final WebSocketServer server;
    private volatile boolean silent;
    private volatile boolean slow;
    private volatile Duration timeout = TIMEOUT;

    FakeSocketMode(Consumer<String> faults) {
        this.faults = faults;
        this.server = new Server();
        server.setReuseAddr(true);
    }

    private final class Server extends WebSocketServer {
        Server() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            open.add(socket);
            socket.send("{\"type\":\"hello\",\"num_connections\":" + open.size() + "}");
            hellos.release();
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {
            open.remove(socket);
        }

        @Override
        public void onWebsocketPing(WebSocket socket, Framedata ping) {
            if (!silent) {
                super.onWebsocketPing(socket, ping);
            }
        }

        @Override
        public void onMessage(WebSocket socket, String message) {
            if (slow) {
                LockSupport.parkNanos(READ_SLOWLY_NANOS);
            }
            JsonObject acknowledgement = JsonParser.parseString(message).getAsJsonObject();
            String id = acknowledgement.get("envelope_id").getAsString();
            CompletableFuture<JsonObject> expected = waiting.remove(id);
            if (expected == null) {
                faults.accept("an acknowledgement without a request: " + message);
            } else {
                expected.complete(
                        acknowledgement.has("payload") ? acknowledgement.getAsJsonObject("payload") : new JsonObject());
            }
        }

        @Override
        public void onError(WebSocket socket, Exception failure) {
            // A connection that ends with the test is no fault of the adapter.
        }

        @Override
        public void onStart() {
            listening.countDown();
        }
    }

    void start() {
        server.start();
    }

    String url() {
        try {
            listening.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return "ws://127.0.0.1:" + server.getPort() + "/";
    }

    /** Waits until so many connections were opened since the last call. */
    public boolean opened(int connections) throws InterruptedException {
        return hellos.tryAcquire(connections, 15, TimeUnit.SECONDS);
    }

    /** From now on no ping is answered, as by a server that is gone without closing anything. */
    public void fallSilent(boolean silent) {
        this.silent = silent;
    }

    /** Waits no longer for what a test knows never to come. */
    void waitFor(Duration longest) {
        timeout = longest;
    }

    /** From now on what comes is read late. */
    public void readSlowly() {
        slow = true;
    }

    /** The connections that are open, the oldest first. */
    public List<WebSocket> connections() {
        return open;
    }

    /** Sends an envelope; the future is what it is acknowledged with. */
    public CompletableFuture<JsonObject> send(WebSocket socket, String type, JsonObject payload) {
        return send(socket, type, payload, 0);
    }

    /** The same again, because no acknowledgement came in time. */
    public CompletableFuture<JsonObject> send(WebSocket socket, String type, JsonObject payload, int retry) {
        JsonObject envelope = new JsonObject();
        String id = UUID.randomUUID().toString();
        envelope.addProperty("envelope_id", id);
        envelope.addProperty("type", type);
        envelope.addProperty("accepts_response_payload", !type.equals("events_api"));
        if (retry > 0) {
            envelope.addProperty("retry_attempt", retry);
            envelope.addProperty("retry_reason", "timeout");
        }
        envelope.add("payload", payload);
        CompletableFuture<JsonObject> acknowledged = new CompletableFuture<>();
        waiting.put(id, acknowledged);
        socket.send(envelope.toString());
        return acknowledged;
    }

    /** Sends an envelope and gives what it is acknowledged with; empty where that is nothing. */
    public JsonObject deliver(String type, JsonObject payload) throws Exception {
        CompletableFuture<JsonObject> acknowledged = send(open.getFirst(), type, payload);
        try {
            return acknowledged.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            acknowledged.cancel(false);
            faults.accept("not acknowledged: " + type);
            return new JsonObject();
        }
    }

    @Override
    public void close() {
        try {
            server.stop(500);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
