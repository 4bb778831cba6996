package io.tunetally.storage.jdbc;

import io.tunetally.storage.Lifetimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract on SQLite. */
final class SqliteContractTest extends StorageContract {
    @TempDir
    private static Path shared;

    @BeforeAll
    static void migrateOnce() {
        JdbcStorage.open(
                        DatabaseUrl.in(shared),
                        new Keys.InFile(shared.resolve("key")),
                        Lifetimes.USUAL,
                        Clock.systemUTC())
                .close();
    }

    @Override
    DatabaseUrl freshPlace(Path folder) throws IOException {
        Files.copy(shared.resolve("tunetally.db"), folder.resolve("tunetally.db"));
        return DatabaseUrl.in(folder);
    }
}
