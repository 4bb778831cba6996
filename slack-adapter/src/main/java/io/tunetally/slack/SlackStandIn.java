package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tunetally.runtime.TrainingRun;
import io.tunetally.slack.api.Signature;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.List;

/**
 * Halves the start of the adapter: stands in for Slack in the recorded training run, with enough of its API for an app to
 * start, and commands over HTTP. The tests have a strict fake of their own.
 */
final class SlackStandIn implements AutoCloseable {
    static final String SIGNING_SECRET = "rehearsal";
    private static final String API = "/api/";
    private static final byte[] WELCOME = """
            {"ok":true,"url":"https://rehearsal.slack.com/","team":"rehearsal","team_id":"T1","user":"tunetally",
             "user_id":"U1","bot_id":"B1"}""".getBytes(UTF_8);

    private final Clock clock = Clock.systemUTC();
    private final Signature signature = new Signature(SIGNING_SECRET, clock);
    private final HttpServer api;

    SlackStandIn() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext(API, SlackStandIn::welcome);
        api.start();
    }

    String apiUrl() {
        return "http://127.0.0.1:" + api.getAddress().getPort() + API;
    }

    private static void welcome(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, WELCOME.length);
        exchange.getResponseBody().write(WELCOME);
        exchange.close();
    }

    /** Sends every question of the rehearsal, each by another person, to an app that listens on a port. */
    void ask(int port) throws IOException {
        List<String> questions = TrainingRun.questions();
        for (int n = 0; n < questions.size(); n++) {
            send(port, command("U" + n, questions.get(n)).getBytes(UTF_8));
        }
    }

    private static String command(String person, String text) {
        return "token=x&team_id=T1&team_domain=t&channel_id=C1&channel_name=c&user_name=ada&command=%2Ffinetune&api_app_id=A1"
                + "&response_url=http%3A%2F%2F127.0.0.1%2Fresponse&trigger_id=1.2.3&user_id=" + person + "&text="
                + URLEncoder.encode(text, UTF_8);
    }

    private void send(int port, byte[] form) throws IOException {
        HttpURLConnection command = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/slack/events").toURL().openConnection();
        String now = String.valueOf(clock.instant().getEpochSecond());
        command.setDoOutput(true);
        command.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        command.setRequestProperty("X-Slack-Request-Timestamp", now);
        command.setRequestProperty("X-Slack-Signature", signature.of(now, form));
        try (OutputStream out = command.getOutputStream()) {
            out.write(form);
        }
        if (command.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("a command was answered with " + command.getResponseCode());
        }
        command.getInputStream().readAllBytes();
    }

    @Override
    public void close() {
        api.stop(0);
    }
}
