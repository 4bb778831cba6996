package io.tunetally.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** The pages of {@link OperationsServer}, as plain text. */
final class OperationsPages implements HttpHandler {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final int MOST_AT_ONCE = 16;

    private final Health health;
    private final Metrics metrics;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    OperationsPages(Health health, Metrics metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    private record Page(int status, String type, String text) {
        static Page plain(int status, String text) {
            return new Page(status, PLAIN, text + "\n");
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!room.tryAcquire()) {
                send(exchange, Page.plain(503, "busy"));
                return;
            }
            try {
                send(exchange, page(exchange));
            } finally {
                room.release();
            }
        }
    }

    private Page page(HttpExchange exchange) {
        if (!METHODS.contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return Page.plain(405, "GET or HEAD");
        }
        return switch (exchange.getRequestURI().getPath()) {
            case "/healthz" -> Page.plain(200, "alive");
            case "/readyz" -> readiness(health.missing(), health.missingForSome());
            case "/metrics" -> new Page(200, PROMETHEUS, metrics.scrape());
            default -> Page.plain(404, "available: /healthz, /readyz, /metrics");
        };
    }

    private static Page readiness(List<String> missing, List<String> forSome) {
        if (!missing.isEmpty()) {
            return Page.plain(503, "not ready, missing: " + String.join(", ", missing));
        }
        return Page.plain(200, forSome.isEmpty() ? "ready" : "ready, missing for some: " + String.join(", ", forSome));
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        byte[] body = page.text().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(page.status(), -1);
        } else {
            exchange.sendResponseHeaders(page.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
