package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.ANN;
import static io.tunetally.storage.jdbc.Fixture.REQUEST;
import static io.tunetally.storage.jdbc.Fixture.SLACK;
import static io.tunetally.storage.jdbc.Fixture.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.ProgramTime;
import io.tunetally.chat.ConversationId;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.StorageException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that rejects connections, is missing or is killed. */
@Timeout(120)
final class PostgresTroubleTest {
    private static final int WRITERS = 8;
    private static final int CONFIRMED = 200;

    @TempDir
    private Path folder;

    private JdbcStorage open(String url) {
        return JdbcStorage.open(
                DatabaseUrl.of(url), new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, Clock.systemUTC());
    }

    @Test
    void refusesAServerThatIsNotThere() {
        String url = "jdbc:postgresql://localhost:1/tunetally?user=tally&password=hidden-word";

        assertThatThrownBy(() -> open(url))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("localhost:1")
                .message()
                .doesNotContain("hidden-word");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill -9")
    void losesNothingConfirmedAndComesBackByItselfWhenTheServerIsKilled() throws Exception {
        Path data = folder.resolve("pg");
        EmbeddedPostgres server = start(data, 0);
        int port = server.getPort();
        String url = server.getJdbcUrl("postgres", "postgres");
        Queue<String> confirmed = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch loaded = new CountDownLatch(CONFIRMED);
        CountDownLatch failures = new CountDownLatch(1);
        try (JdbcStorage storage = open(url);
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "w" + writer;
                writers.execute(() -> {
                    for (int row = 0; !stop.get(); row++) {
                        try {
                            storage.threadMemory().remember(thread("T1", name, "t" + row), REQUEST, ANN);
                            confirmed.add(name + "/t" + row);
                            loaded.countDown();
                        } catch (StorageException _) {
                            failed.incrementAndGet();
                            failures.countDown();
                        }
                    }
                });
            }
            loaded.await();
            String[] one = confirmed.element().split("/", -1);
            ConversationId known = thread("T1", one[0], one[1]);
            assertThat(storage.threadMemory().recall(known)).contains(REQUEST);
            kill(data);
            failures.await();
            long asked = ProgramTime.now();
            assertThatThrownBy(() -> storage.deliveries().claim(SLACK, "during"))
                    .isInstanceOf(StorageException.class);
            assertThat(ProgramTime.since(asked)).isLessThan(Duration.ofSeconds(4));
            stop.set(true);
            writers.shutdown();

            server.close(); // Releases the folder; the server is already gone.
            EmbeddedPostgres again = start(data, port);
            assertThat(claimedAtLast(storage)).isTrue();
            assertThat(storage.threadMemory().recall(known)).contains(REQUEST);
            List<String> stored =
                    Fixture.rows(DatabaseUrl.of(url), "SELECT channel || '/' || thread FROM thread_memory");
            assertThat(stored).containsAll(confirmed);
            again.close();
        } finally {
            stop.set(true);
            server.close();
        }
    }

    /** Uses the same pool, without reopening it. */
    private static boolean claimedAtLast(JdbcStorage storage) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(deadline)) {
            try {
                return storage.deliveries().claim(SLACK, "after");
            } catch (StorageException _) {
                Thread.sleep(100); // The next attempt is equivalent; the server is starting.
            }
        }
        return false;
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on") // The library turns it off.
                .setPGStartupWait(Duration.ofSeconds(30));
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    /** Kills the server and all its processes at once, like a power failure. */
    private static void kill(Path data) throws Exception {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.addFirst(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            each.onExit().get();
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }
}
