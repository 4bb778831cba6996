package io.tunetally.slack.install;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tunetally.slack.RunningSlack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The npm package {@code emulate} as Slack: written by others, it keeps messages, files and installations, and checks scopes. */
final class Emulator implements AutoCloseable {
    private static final String VERSION = "0.8.0";
    private static final String MEMBER = "xoxp-member";
    private static final Path FOLDER = Path.of("target", "emulate");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private Emulator(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; a machine without Node, or without a way to npm, skips the test and says so. */
    static Emulator start() throws Exception {
        assumeTrue(runs("node", "--version"), "skipped: Node is not installed, which the emulator of Slack runs on");
        Files.createDirectories(FOLDER);
        Path program = FOLDER.resolve(Path.of("node_modules", "emulate", "dist", "index.js"));
        assumeTrue(
                Files.exists(program)
                        || runs(
                                "npm",
                                "install",
                                "--silent",
                                "--no-audit",
                                "--prefix",
                                FOLDER.toString(),
                                "emulate@" + VERSION),
                "skipped: npm did not give emulate " + VERSION);
        Files.writeString(FOLDER.resolve("seed.yaml"), """
            tokens:
              %s:
                login: admin
                scopes: [chat:write, channels:read, channels:history, im:read, im:history, files:read]
            slack:
              strict_scopes: true
              oauth_apps:
                - client_id: "%s"
                  client_secret: %s
                  app_id: A1
                  name: TuneTally
                  redirect_uris: [http://localhost/slack/oauth_redirect]
                  scopes: [%s]
            """.formatted(
                MEMBER,
                RunningSlack.CLIENT_ID,
                RunningSlack.CLIENT_SECRET,
                SlackManifest.SCOPES.stream().map(scope -> '"' + scope + '"').collect(Collectors.joining(", "))));
        int port = freePort();
        Process process = new ProcessBuilder(
                        "node",
                        program.toString(),
                        "start",
                        "--service",
                        "slack",
                        "--port",
                        String.valueOf(port),
                        "--seed",
                        FOLDER.resolve("seed.yaml").toString())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("log").toFile())
                .start();
        Emulator emulator = new Emulator(process, port);
        emulator.awaitListening();
        return emulator;
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("emulate does not listen: " + Files.readString(FOLDER.resolve("log")));
    }

    String apiUrl() {
        return "http://localhost:" + port + "/api/";
    }

    /** A person allows what the page asks; the query their browser takes back to the app. */
    String allow(URI authorizePage, String user) throws Exception {
        Map<String, String> asked = InstallationFixture.query(authorizePage);
        HttpResponse<String> allowed = post(
                "/oauth/v2/authorize/callback",
                Map.of(
                        "user_id",
                        user,
                        "redirect_uri",
                        "http://localhost/slack/oauth_redirect",
                        "scope",
                        asked.getOrDefault("scope", ""),
                        "user_scope",
                        "",
                        "state",
                        asked.getOrDefault("state", ""),
                        "client_id",
                        asked.getOrDefault("client_id", "")));
        return URI.create(allowed.headers().firstValue("Location").orElseThrow())
                .getRawQuery();
    }

    /** Calls a method as another member of the workspace. */
    JsonObject read(String method, Map<String, String> parameters) throws Exception {
        JsonObject answer = JsonParser.parseString(
                        post("/api/" + method, parameters).body())
                .getAsJsonObject();
        if (!answer.get("ok").getAsBoolean()) {
            throw new AssertionError(method + ": " + answer);
        }
        return answer;
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + MEMBER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        http.close();
    }
}
