package io.tunetally.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;

/** Discord's file server: an address is signed and good for a while, and no token belongs there. */
public final class Attachments {
    private static final String SIGNATURE = "?ex=6928c4f5&is=69277375&hm=0a1b2c";

    private final Consumer<String> fault;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    /** What the server does with a file. */
    public enum Behaviour {
        SENT,
        /** It refers to another server. */
        MOVED,
        /** It begins, and sends nothing more. */
        STALLED,
        /** It is sent once it is {@link #release}d. */
        HELD,
        /** The signature has expired. */
        EXPIRED,
        FORBIDDEN
    }

    private record Kept(ByteString content, Behaviour behaviour) {}

    Attachments(Consumer<String> fault) {
        this.fault = fault;
    }

    /** Keeps a file of a message; returns it as an event has it. */
    public ObjectNode attach(String server, String name, byte[] content, Behaviour behaviour) {
        String id = Incoming.id();
        String path = "/attachments/" + Incoming.CHANNEL + "/" + id + "/" + name;
        kept.put(path, new Kept(ByteString.of(content), behaviour));
        return attachment(id, name, content.length, server + path + SIGNATURE);
    }

    /** A file at any address. */
    public static ObjectNode attachment(String id, String name, long size, String url) {
        return Bodies.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("filename", name)
                .put("size", size)
                .put("url", url)
                .put("proxy_url", url)
                .put("content_type", "application/octet-stream");
    }

    /** The paths that were asked for. */
    public List<String> asked() {
        return asked;
    }

    /** The files that are held are sent. */
    public void release() {
        released.countDown();
    }

    MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        asked.add(path);
        if (request.getHeaders().get("Authorization") != null) {
            fault.accept("the file server was sent a token");
        }
        Kept file = kept.get(path);
        String query = request.getUrl().encodedQuery();
        if (file == null || !SIGNATURE.equals("?" + query)) {
            return new MockResponse.Builder().code(404).body("").build();
        }
        return switch (file.behaviour()) {
            case SENT -> sent(file.content()).build();
            case HELD -> {
                await();
                yield sent(file.content()).build();
            }
            case MOVED ->
                new MockResponse.Builder()
                        .code(302)
                        .setHeader("Location", "http://127.0.0.1:1/elsewhere")
                        .build();
            case STALLED ->
                sent(file.content()).onResponseBody(SocketEffect.Stall.INSTANCE).build();
            case EXPIRED ->
                new MockResponse.Builder()
                        .code(404)
                        .body("This content is no longer available.")
                        .build();
            case FORBIDDEN -> new MockResponse.Builder().code(403).build();
        };
    }

    private void await() {
        try {
            boolean _ = released.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static MockResponse.Builder sent(ByteString content) {
        return new MockResponse.Builder().body(new Buffer().write(content));
    }
}
