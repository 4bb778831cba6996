package io.tunetally.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Slack's file server: it gives a file to the token of a bot with the scope {@code files:read}. To others it shows its page to
 * sign in, with status 200, as the real one does.
 */
public final class SharedFiles {
    private static final String SIGN_IN = "<!DOCTYPE html><html><title>Sign in</title></html>";

    private final Predicate<String> isBot;
    private final Consumer<String> faults;
    private final Map<String, Shared> files = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** What the server does with a file. */
    public enum Behaviour {
        SENT,
        /** It refers to another server. */
        MOVED,
        /** It begins, and sends nothing more. */
        STALLED,
        /** It begins, and goes on once it is {@link #release}d. */
        HELD,
        GONE,
        FORBIDDEN
    }

    private static final class Shared {
        private final JsonObject file;
        private final byte[] content;
        private final Behaviour behaviour;

        Shared(JsonObject file, byte[] content, Behaviour behaviour) {
            this.file = file;
            this.content = content;
            this.behaviour = behaviour;
        }
    }

    SharedFiles(Predicate<String> isBot, Consumer<String> faults) {
        this.isBot = isBot;
        this.faults = faults;
    }

    /** A person shares a file; returns it as an event has it. */
    public JsonObject share(String url, String id, String name, byte[] content, Behaviour behaviour) {
        JsonObject file = new JsonObject();
        file.addProperty("id", id);
        file.addProperty("name", name);
        file.addProperty("mode", "hosted");
        file.addProperty("size", content.length);
        file.addProperty("url_private", url);
        file.addProperty("url_private_download", url);
        files.put(id, new Shared(file, content, behaviour));
        return file;
    }

    /** The same as an event in a channel shared with another organisation has it. */
    public static JsonObject idOnly(JsonObject file) {
        JsonObject known = new JsonObject();
        known.add("id", file.get("id"));
        known.addProperty("file_access", "check_file_info");
        return known;
    }

    /** The files that were asked for. */
    public List<String> asked() {
        return asked;
    }

    /** The files that are held go on. */
    public void release() {
        released.countDown();
    }

    String info(String id) {
        Shared shared = files.get(id);
        return shared == null
                ? "{\"ok\":false,\"error\":\"file_not_found\"}"
                : "{\"ok\":true,\"file\":" + shared.file + "}";
    }

    void send(HttpExchange exchange, boolean mayRead) throws IOException {
        String id = exchange.getRequestURI().getPath().replaceFirst(".*-", "");
        asked.add(id);
        Shared shared = files.get(id);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!exchange.getRequestMethod().equals("GET") || authorization == null || !isBot.test(authorization)) {
            faults.accept("a file was asked for without the token of a bot: " + authorization);
        }
        if (!mayRead) {
            answer(exchange, 200, "text/html; charset=utf-8", SIGN_IN.getBytes(UTF_8));
            return;
        }
        if (shared == null) {
            answer(exchange, 404, "text/html", SIGN_IN.getBytes(UTF_8));
            return;
        }
        switch (shared.behaviour) {
            case GONE -> answer(exchange, 404, "text/html", SIGN_IN.getBytes(UTF_8));
            case FORBIDDEN -> answer(exchange, 403, "text/html", SIGN_IN.getBytes(UTF_8));
            case MOVED -> {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
                answer(exchange, 302, "text/html", new byte[0]);
            }
            case SENT -> answer(exchange, 200, "application/octet-stream", shared.content);
            case STALLED -> stall(exchange, new CountDownLatch(1), new byte[] {'{'});
            case HELD -> stall(exchange, released, shared.content);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void stall(HttpExchange exchange, CountDownLatch until, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(content, 0, 1);
        exchange.getResponseBody().flush();
        try {
            boolean _ = until.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        exchange.getResponseBody().write(content, 1, content.length - 1);
        exchange.close();
    }
}
