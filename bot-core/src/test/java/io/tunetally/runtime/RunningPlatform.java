package io.tunetally.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.ProgramTime;
import io.tunetally.WrittenLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A platform's adapter with everything that its process has around it, run by a thread of the test: it starts in a tenth
 * of a process's processor time.
 */
public final class RunningPlatform implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final Pattern ADDRESS = Pattern.compile("health and metrics on (http://\\S+)");

    private final WrittenLog log = new WrittenLog();
    private final ByteArrayOutputStream diagnostics = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();
    private final StopSignal signal = new StopSignal();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();

    private RunningPlatform(PlatformSpec<?, ?> spec, Map<String, String> environment) {
        Thread.ofPlatform().name("platform").start(() -> run(spec, environment));
    }

    /** Starts an adapter with the settings of an environment. */
    public static RunningPlatform start(PlatformSpec<?, ?> spec, Map<String, String> environment) {
        return new RunningPlatform(spec, environment);
    }

    private void run(PlatformSpec<?, ?> spec, Map<String, String> environment) {
        try {
            code.complete(spec.run(environment, new PrintStream(diagnostics, true, UTF_8), () -> signal));
        } catch (RuntimeException | Error fault) {
            code.completeExceptionally(fault);
            throw fault;
        }
    }

    /** Tells it to stop, as SIGTERM does, and returns its exit code; it must end in the time that a process has. */
    public int stop() throws ExecutionException, InterruptedException {
        assertThat(signal.give()).as("ends before it is cut off").isTrue();
        return code.get();
    }

    /** Waits until it ends by itself; returns its exit code. */
    public int awaitEnd() throws ExecutionException, InterruptedException {
        return code.get();
    }

    /** The problems that prevent it from running. */
    public List<String> diagnostics() {
        return diagnostics.toString(UTF_8).lines().toList();
    }

    public WrittenLog log() {
        return log;
    }

    /** Waits until a line with this text is logged. */
    public void awaitLogged(String text) throws Exception {
        List<String> _ =
                until(log::messages, messages -> messages.stream().anyMatch(message -> message.contains(text)));
    }

    /** Returns a page of its operations server. */
    public HttpResponse<String> page(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address() + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Returns a page of its operations server as soon as it matches. */
    public HttpResponse<String> page(String path, Predicate<HttpResponse<String>> awaited) throws Exception {
        return until(() -> page(path), awaited);
    }

    /** Waits until it takes messages. */
    public void awaitReady() throws Exception {
        HttpResponse<String> _ = page("/readyz", page -> page.statusCode() == 200);
    }

    /** Waits until it takes none; returns what it misses. */
    public String awaitNotReady() throws Exception {
        return page("/readyz", page -> page.statusCode() == 503).body();
    }

    private String address() throws Exception {
        return until(
                        () -> log.messages().stream()
                                .map(ADDRESS::matcher)
                                .filter(found -> found.find())
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow()
                .group(1);
    }

    private static <T> T until(Callable<T> question, Predicate<T> awaited) throws Exception {
        long begun = ProgramTime.now();
        while (true) {
            T answer = question.call();
            if (awaited.test(answer)) {
                return answer;
            }
            assertThat(ProgramTime.since(begun)).as("still " + answer).isLessThan(TIMEOUT);
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        if (!code.isDone()) {
            boolean _ = signal.give();
        }
        client.close();
        log.close();
    }
}
