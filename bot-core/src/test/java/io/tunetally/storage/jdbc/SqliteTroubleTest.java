package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.ANN;
import static io.tunetally.storage.jdbc.Fixture.REQUEST;
import static io.tunetally.storage.jdbc.Fixture.SLACK;
import static io.tunetally.storage.jdbc.Fixture.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.MovableClock;
import io.tunetally.storage.Installations;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file that is missing, shared, full, read-only, damaged or read by others. */
final class SqliteTroubleTest {
    private static final String TOKEN = "xoxb-a-token-of-a-workspace";

    @TempDir
    private Path folder;

    private JdbcStorage open(DatabaseUrl databaseUrl) {
        return JdbcStorage.open(
                databaseUrl, new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, new MovableClock());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a folder of the user is the user's by its list of rights")
    void keepsTheFilePrivate() throws IOException {
        Path data = folder.resolve("new").resolve("tunetally");
        try (JdbcStorage storage = JdbcStorage.open(
                DatabaseUrl.in(data), new Keys.InFile(data.resolve("key")), Lifetimes.USUAL, new MovableClock())) {
            storage.installations().save(new Installations.Id(SLACK, "", "T1", ""), TOKEN);

            assertThat(rights(data)).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(data)) {
                assertThat(files)
                        .hasSizeGreaterThanOrEqualTo(4) // Database, write-ahead log, lock, key.
                        .allSatisfy(file -> assertThat(rights(file)).isEqualTo("rw-------"));
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a file has no such rights")
    void refusesAKeyFileThatOthersCanRead() throws IOException {
        Path key = folder.resolve("key");
        try (JdbcStorage storage = open(DatabaseUrl.in(folder))) {
            Installations installations = storage.installations();
            Installations.Id id = new Installations.Id(SLACK, "", "T1", "");
            installations.save(id, TOKEN);
            for (String rights : List.of("rw-r-----", "rw----r--", "rw--w----")) {
                Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(rights));
                assertThatThrownBy(storage::checkKey)
                        .isInstanceOf(StorageException.class)
                        .hasMessageStartingWith("TUNETALLY_KEY: ")
                        .hasMessageEndingWith("chmod 600 " + key);
                assertThatThrownBy(() -> installations.find(id)).hasMessageContaining("chmod 600");
                assertThatThrownBy(installations::deleteUnreadable).hasMessageContaining("chmod 600");
            }
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            assertThat(installations.find(id).orElseThrow().secret()).isEqualTo(TOKEN);
        }
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void holdsNoTokenAndNoDeletedTextInItsFiles() throws IOException {
        try (JdbcStorage storage = open(DatabaseUrl.in(folder))) {
            storage.installations().save(new Installations.Id(SLACK, "", "T1", ""), TOKEN);
            storage.threadMemory().remember(thread("T1", "C1", "forgotten-thread"), REQUEST, ANN);
            storage.threadMemory().remember(thread("T1", "C1", "kept-thread"), REQUEST, ANN);
            assertThat(bytesOfAllFiles()).contains("forgotten-thread");
            storage.deletion().ofConversation(thread("T1", "C1", "forgotten-thread"));
        }

        assertThat(bytesOfAllFiles())
                .contains("kept-thread")
                .doesNotContain("forgotten-thread")
                .doesNotContain(TOKEN);
    }

    private String bytesOfAllFiles() throws IOException {
        StringBuilder all = new StringBuilder();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> listed = Files.list(folder)) {
            listed.forEach(files::add);
        }
        for (Path file : files) {
            all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        DatabaseUrl databaseUrl =
                DatabaseUrl.of("jdbc:sqlite:" + folder.resolve("missing").resolve("data.db"));

        assertThatThrownBy(() -> open(databaseUrl))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Path file =
                Files.writeString(folder.resolve("notes.txt"), "These are notes and no database at all.\n".repeat(50));

        assertThatThrownBy(() -> open(DatabaseUrl.of("jdbc:sqlite:" + file)))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("not a database");
    }

    @Test
    void refusesAFileThatCannotBeWritten() {
        Path file = folder.resolve("data.db");
        open(DatabaseUrl.of("jdbc:sqlite:" + file)).close();

        assertThatThrownBy(() -> open(DatabaseUrl.of("jdbc:sqlite:" + file + "?open_mode=1")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("read-only");
    }

    @Test
    void goesOnWhenThereIsSpaceAgain() {
        Path file = folder.resolve("data.db");
        open(DatabaseUrl.of("jdbc:sqlite:" + file)).close();
        long pages = Long.parseLong(Fixture.rows(DatabaseUrl.of("jdbc:sqlite:" + file), "PRAGMA page_count")
                .getFirst());
        try (JdbcStorage full = open(DatabaseUrl.of("jdbc:sqlite:" + file + "?max_page_count=" + pages))) {
            assertThatThrownBy(() -> {
                        for (int row = 0; row < 1_000; row++) {
                            full.threadMemory().remember(thread("T1", "C1", "t" + row), REQUEST.repeat(20), ANN);
                        }
                    })
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("full");
            assertThat(full.threadMemory().recall(thread("T1", "C1", "t0"))).isPresent();
            assertThat(full.health().engine()).startsWith("SQLite");

            Fixture.execute(DatabaseUrl.of("jdbc:sqlite:" + file), "DELETE FROM thread_memory");
            full.threadMemory().remember(thread("T1", "C1", "again"), REQUEST, ANN);
            assertThat(full.threadMemory().recall(thread("T1", "C1", "again"))).isPresent();
        }
    }

    @Test
    void readsWhileAnotherWritesAndWaitsForItsTurnToWrite() throws Exception {
        DatabaseUrl databaseUrl = DatabaseUrl.in(folder);
        try (JdbcStorage storage = open(databaseUrl);
                Connection other = DriverManager.getConnection(databaseUrl.url());
                Statement statement = other.createStatement()) {
            storage.threadMemory().remember(thread("T1", "C1", "a"), REQUEST, ANN);
            statement.execute("BEGIN IMMEDIATE");
            assertThat(storage.threadMemory().recall(thread("T1", "C1", "a"))).isPresent();

            Thread writer = Thread.ofVirtual()
                    .start(() -> storage.threadMemory().remember(thread("T1", "C1", "b"), REQUEST, ANN));
            assertThat(storage.threadMemory().recall(thread("T1", "C1", "b"))).isEmpty();
            statement.execute("COMMIT");
            writer.join();
            assertThat(storage.threadMemory().recall(thread("T1", "C1", "b"))).isPresent();
        }
    }
}
