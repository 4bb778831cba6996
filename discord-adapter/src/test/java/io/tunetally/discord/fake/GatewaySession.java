package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import okhttp3.WebSocket;

/** The events sent to a shard since it identified; after a lost connection it gets the rest. */
final class GatewaySession {
    private static final int REMEMBERED = 1_000;
    private static final long MOST_QUEUED = 8L << 20;

    private final String id;
    private final Deque<Event> told = new ArrayDeque<>();
    private WebSocket socket;
    private int sequence;

    private record Event(int sequence, String text) {}

    GatewaySession(String id, WebSocket socket) {
        this.id = id;
        this.socket = socket;
    }

    String id() {
        return id;
    }

    synchronized WebSocket socket() {
        return socket;
    }

    /** Tells of an event, now or when the shard is back. */
    synchronized void tell(String type, JsonNode data) {
        sequence++;
        ObjectNode payload = Bodies.MAPPER.createObjectNode().put("op", 0).put("t", type);
        payload.put("s", sequence).set("d", data);
        String text = payload.toString();
        told.add(new Event(sequence, text));
        if (told.size() > REMEMBERED) {
            told.remove();
        }
        // OkHttp ends a connection for which more than 16 MiB wait, as they do where a bot is in thousands of servers.
        while (socket.queueSize() > MOST_QUEUED) {
            LockSupport.parkNanos(1_000_000);
        }
        socket.send(text);
    }

    /** Goes on over another connection after the last event that had arrived. */
    synchronized void resume(WebSocket another, int arrived) {
        socket = another;
        told.stream().filter(event -> event.sequence() > arrived).forEach(event -> another.send(event.text()));
        tell("RESUMED", Bodies.MAPPER.createObjectNode());
    }
}
