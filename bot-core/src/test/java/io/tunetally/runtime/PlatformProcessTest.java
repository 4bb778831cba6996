package io.tunetally.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.JavaProcess;
import io.tunetally.MovableClock;
import io.tunetally.WrittenLog;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.settings.OperationsPort;
import io.tunetally.storage.Installations;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The process around an adapter, tested with an idle one. */
@Timeout(60)
final class PlatformProcessTest {
    private static final UserId ANN = new UserId("ann");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final ByteArrayOutputStream diagnostics = new ByteArrayOutputStream();

    /** Runs while the process is ready. */
    private interface Meanwhile {
        void with(PlatformProcess.Parts parts) throws Exception;
    }

    private record Idle() implements PlatformProcess.Adapter {
        @Override
        public void start() {}

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public void close() {}
    }

    private int run(OperationsPort operations, Meanwhile meanwhile) {
        Map<String, String> environment = Map.of(
                "TUNETALLY_DB", url(), "XDG_DATA_HOME", folder.resolve("data").toString());
        return new PlatformProcess("Slack", new PrintStream(diagnostics, true, UTF_8), clock)
                .rehearse(environment, operations, parts -> new TrainingRun(new Idle(), () -> meanwhile.with(parts)));
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("t.db");
    }

    @Test
    @SuppressWarnings("NullAway") // Tests an event without an author.
    void remembersTheOthersAndCountsAndLogsTheMemoryThatTheDatabaseRefuses() {
        try (WrittenLog log = new WrittenLog()) {
            int code = run(new OperationsPort.Off(), parts -> {
                parts.memory().remember(thread("1"), "cost gpt-4o", new UserId(null));
                parts.memory().remember(thread("2"), "recommend", ANN);
                assertThat(parts.memory().settle(SOON)).isTrue();

                assertThat(parts.memory().recall(thread("1"))).isEmpty();
                assertThat(parts.memory().recall(thread("2"))).contains("recommend");
                assertThat(parts.metrics().scrape())
                        .contains(
                                "tunetally_storage_failures_total{operation=\"remember-refused\",platform=\"slack\"} 1.0");
            });

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("set aside"))
                    .singleElement()
                    .asString()
                    .contains(" WARN ", "thread memory rejected by the database is set aside: ", "NOT NULL");
            assertThat(diagnostics.toString(UTF_8)).isEmpty();
            assertThat(code).isZero();
        }
    }

    @Test
    void isNotReadyWhileNothingCouldBeWrittenForAMinute() throws Exception {
        int port = freePort();
        int code = run(new OperationsPort.On(port), parts -> {
            assertThat(readiness(port, it -> true)).isEqualTo("ready\n");
            execute("ALTER TABLE thread_memory RENAME TO away");
            parts.memory().remember(thread("1"), "cost gpt-4o", ANN);
            until(() -> parts.metrics().scrape().contains("operation=\"remember\""));
            assertThat(readiness(port, it -> true)).isEqualTo("ready\n");
            clock.pass(Duration.ofSeconds(61));
            assertThat(readiness(port, it -> true)).isEqualTo("not ready, missing: database\n");

            execute("ALTER TABLE away RENAME TO thread_memory");
            assertThat(readiness(port, "ready\n"::equals)).isEqualTo("ready\n");
        });

        assertThat(diagnostics.toString(UTF_8)).isEmpty();
        assertThat(code).isZero();
    }

    @Test
    void doesNotStartWithoutTheKeyOfItsSecrets() throws Exception {
        assertThat(run(
                        new OperationsPort.Off(),
                        parts -> parts.installations()
                                .save(new Installations.Id(new PlatformId("slack"), "", "T1", ""), "xoxb-a-token")))
                .isZero();
        Files.delete(folder.resolve("data/tunetally/key"));

        int code = run(new OperationsPort.Off(), _ -> {
            throw new IllegalStateException("has started");
        });

        assertThat(code).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(diagnostics.toString(UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("TUNETALLY_KEY: 1 stored secrets cannot be decrypted")
                .contains("Put it back", "data delete --unreadable");
        assertThat(folder.resolve("data/tunetally/key")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process is only ever killed")
    void endsWithZeroWhereItIsToldToStopAndHasStopped() throws Exception {
        assertThat(codeAtTheEndOf(IdleProcess.start(folder))).isZero();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process is only ever killed")
    void endsWithTheSignalsCodeWhereItIsCutOff() throws Exception {
        assertThat(codeAtTheEndOf(JavaProcess.of(EndlessProcess.class).start())).isEqualTo(128 + 15);
    }

    private static int codeAtTheEndOf(Process process) throws Exception {
        try (BufferedReader out = process.inputReader(UTF_8)) {
            assertThat(out.readLine()).isEqualTo("started");
            process.toHandle().destroy();
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        while (!condition.holds()) {
            Thread.sleep(10);
        }
    }

    /** Returns the page as soon as it matches. */
    private static String readiness(int port, Predicate<String> awaited) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String[] said = {""};
            until(() -> {
                said[0] =
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                return awaited.test(said[0]);
            });
            return said[0];
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute(sql);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ConversationId thread(String name) {
        return new ConversationId(new PlatformId("slack"), "T1", "C1", name);
    }
}
