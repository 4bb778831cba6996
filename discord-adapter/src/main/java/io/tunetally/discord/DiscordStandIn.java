package io.tunetally.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tunetally.discord.install.Invitation;
import io.tunetally.runtime.TrainingRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.utils.TimeUtil;

/**
 * Halves the start of the adapter: stands in for Discord in the recorded training run, with enough of REST and the gateway for
 * a bot to start and to be mentioned. The tests have a strict fake of their own.
 */
final class DiscordStandIn implements AutoCloseable {
    private static final String API = "/api/v10/";
    private static final int AT_ONCE = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer rest;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GatewayStandIn gateway =
            new GatewayStandIn(told("ready"), told("guild").formatted(Invitation.PERMISSIONS));
    private final String mention = told("mention");
    private final String sent = told("sent");
    private final String bot = told("bot");
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final AtomicLong ids =
            new AtomicLong(TimeUtil.getDiscordTimestamp(Instant.now().toEpochMilli()));

    DiscordStandIn() throws IOException {
        rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rest.setExecutor(threads);
        rest.createContext(API, this::answer);
        rest.start();
        gateway.start();
    }

    String apiUrl() {
        return "http://127.0.0.1:" + rest.getAddress().getPort() + API;
    }

    /** Mentions the bot with every question of the rehearsal; some are under way at a time. */
    void askAndWait() throws InterruptedException, TimeoutException {
        for (String question : TrainingRun.questions()) {
            take(1);
            long id = ids.incrementAndGet();
            gateway.tell("MESSAGE_CREATE", mention.formatted(id, id % AT_ONCE, question, id));
        }
        take(AT_ONCE);
    }

    private void take(int answers) throws InterruptedException, TimeoutException {
        if (!room.tryAcquire(answers, TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
            throw new TimeoutException("the rehearsal got no answer within " + TIMEOUT);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(API.length());
        byte[] asked = exchange.getRequestBody().readAllBytes();
        byte[] body = body(path, asked).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
        if (path.endsWith("/messages")) {
            room.release();
        }
    }

    private String body(String path, byte[] asked) throws IOException {
        if (path.endsWith("/messages")) {
            return sent.formatted(ids.incrementAndGet(), path.split("/", -1)[1]);
        }
        return switch (path) {
            case "gateway/bot" -> told("gateway").formatted(gateway.url());
            case "users/@me" -> bot;
            default -> commands(asked);
        };
    }

    /** The commands as they were registered; none where they are asked for. */
    private String commands(byte[] asked) throws IOException {
        JsonNode commands = asked.length == 0 ? MAPPER.createArrayNode() : MAPPER.readTree(asked);
        for (JsonNode command : commands) {
            ((ObjectNode) command)
                    .put("id", ids.incrementAndGet())
                    .put("application_id", 100)
                    .put("version", 1);
        }
        return commands.toString();
    }

    /** An event of Discord, with gaps for the values that differ. */
    private static String told(String name) {
        String file = "rehearsal/" + name + ".json";
        try (InputStream in = DiscordStandIn.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        gateway.close();
        rest.stop(0);
        threads.shutdown();
    }
}
