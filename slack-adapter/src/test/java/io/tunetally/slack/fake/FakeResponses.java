package io.tunetally.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Response addresses, and what they got. */
final class FakeResponses {
    private static final int USES_OF_AN_ADDRESS = 5;
    private static final Duration LIFE_OF_AN_ADDRESS = Duration.ofMinutes(30);

    private final FakeAnswers answers;
    private final AcknowledgementCheck check;
    private final BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
    private final Map<String, AtomicInteger> uses = new ConcurrentHashMap<>();
    private final Map<String, Long> issued = new ConcurrentHashMap<>();
    private final AtomicLong passed = new AtomicLong();
    private final AtomicInteger addresses = new AtomicInteger();

    FakeResponses(FakeAnswers answers, AcknowledgementCheck check) {
        this.answers = answers;
        this.check = check;
    }

    /** Returns the path of a new address. */
    String issue() {
        String path = "/response/" + addresses.incrementAndGet();
        issued.put(path, now());
        return path;
    }

    /** Addresses get older. */
    void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    long now() {
        return System.nanoTime() + passed.get();
    }

    /** Returns the things that the addresses got. */
    BlockingQueue<JsonObject> received() {
        return received;
    }

    /** Takes what an address gets; it says so if the address is used up or too old. */
    void answer(HttpExchange exchange) throws IOException {
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
            check.checkResponse(body);
            received.add(body);
        }
        prepared.orElseGet(() -> FakeAnswers.Answer.ok("ok")).send(exchange);
    }
}
