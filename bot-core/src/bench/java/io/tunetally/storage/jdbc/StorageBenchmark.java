package io.tunetally.storage.jdbc;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.ThreadMemory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures remembering and recalling a thread, by engine and number of conversations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 2)
public class StorageBenchmark {
    private static final String REQUEST = "cost gpt-4o 1000 examples 3 epochs";

    @Param({"sqlite", "postgresql"})
    public String engine = "";

    @Param({"1000", "100000", "1000000"})
    public int conversations;

    private Path folder;
    private EmbeddedPostgres server;
    private JdbcStorage storage;
    private ThreadMemory memory;

    /** Fills a database with conversations. */
    @Setup(Level.Trial)
    public void fill() throws IOException, SQLException {
        folder = Files.createTempDirectory("tunetally-bench");
        DatabaseUrl databaseUrl = DatabaseUrl.in(folder);
        if (engine.equals("postgresql")) {
            server = EmbeddedPostgres.start();
            databaseUrl = DatabaseUrl.of(server.getJdbcUrl("postgres", "postgres"));
        }
        storage = JdbcStorage.open(
                databaseUrl, new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, Clock.systemUTC());
        memory = storage.threadMemory();
        try (Connection connection = DriverManager.getConnection(databaseUrl.url());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO thread_memory
                    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d - 1)
                    SELECT 'slack', 'T1', 'C1', CAST(i AS TEXT), '%s', 'U1', 0, 4102444800000 FROM n
                    """.formatted(conversations, REQUEST));
            statement.execute("ANALYZE");
        }
    }

    /** Stops the server, if any. */
    @TearDown(Level.Trial)
    public void stop() throws IOException {
        storage.close();
        if (server != null) {
            server.close();
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Looks up a random conversation. */
    @Benchmark
    public Optional<String> recall() {
        return memory.recall(any());
    }

    /** Measures the store calls of one answer: a look-up and a write. */
    @Benchmark
    public Optional<String> recallAndRemember() {
        ConversationId conversation = any();
        Optional<String> before = memory.recall(conversation);
        memory.remember(conversation, REQUEST, new UserId("U1"));
        return before;
    }

    private ConversationId any() {
        String thread = String.valueOf(ThreadLocalRandom.current().nextInt(conversations));
        return new ConversationId(new PlatformId("slack"), "T1", "C1", thread);
    }
}
