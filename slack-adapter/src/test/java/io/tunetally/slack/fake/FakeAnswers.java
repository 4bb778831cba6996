package io.tunetally.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers that a test has prepared for the next calls, beside what the fake itself says. */
public final class FakeAnswers {
    /** Instead of a status: what was asked is done, and the connection ends without an answer. */
    public static final int CUT_OFF = 0;

    private final Map<String, Queue<Answer>> prepared = new ConcurrentHashMap<>();

    record Answer(int status, Map<String, String> headers, String body) {
        static Answer ok(String body) {
            return new Answer(200, Map.of(), body);
        }

        boolean isCutOff() {
            return status == CUT_OFF;
        }

        void send(HttpExchange exchange) throws IOException {
            if (!isCutOff()) {
                byte[] bytes = body.getBytes(UTF_8);
                headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        }
    }

    void prepare(String method, Answer answer) {
        prepared.computeIfAbsent(method, _ -> new ConcurrentLinkedQueue<>()).add(answer);
    }

    Optional<Answer> next(String method) {
        return Optional.ofNullable(prepared.get(method)).map(Queue::poll);
    }

    int waiting(String method) {
        return prepared.containsKey(method) ? prepared.get(method).size() : 0;
    }
}
