package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.SLACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.storage.Lifetimes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims that arrive while another process writes. */
final class SqliteClaimsTest {
    private static final int CLAIMS = 20;
    private static final int IDS = 10;

    @TempDir
    private Path folder;

    /** Each reading is a millisecond later, so that the table shows which rows were written together. */
    private static final class Ticking extends Clock {
        private final AtomicLong millis = new AtomicLong();

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void writesWaitingClaimsTogetherAndGrantsEachIdOnce() throws Exception {
        DatabaseUrl databaseUrl = DatabaseUrl.in(folder);
        Queue<Boolean> firsts = new ConcurrentLinkedQueue<>();
        try (JdbcStorage storage =
                JdbcStorage.open(databaseUrl, new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, new Ticking())) {
            List<Thread> callers = new ArrayList<>();
            try (Connection other = DriverManager.getConnection(databaseUrl.url());
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                for (int n = 0; n < CLAIMS; n++) {
                    String id = "Ev" + n % IDS;
                    callers.add(Thread.ofPlatform()
                            .start(() -> firsts.add(storage.deliveries().claim(SLACK, id))));
                }
                while (waiting(callers) < CLAIMS - 1) {
                    Thread.onSpinWait();
                }
                statement.execute("COMMIT");
            }
            for (Thread caller : callers) {
                caller.join();
            }
        }

        assertThat(firsts).hasSize(CLAIMS);
        assertThat(firsts.stream().filter(first -> first)).hasSize(IDS);
        // The one that met the lock, and all the others.
        assertThat(Fixture.rows(databaseUrl, "SELECT DISTINCT expires_at FROM delivery"))
                .hasSizeLessThanOrEqualTo(2);
    }

    private static long waiting(List<Thread> threads) {
        return threads.stream()
                .filter(thread -> thread.getState() == Thread.State.WAITING)
                .count();
    }
}
