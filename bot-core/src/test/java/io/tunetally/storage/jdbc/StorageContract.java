package io.tunetally.storage.jdbc;

import io.tunetally.MovableClock;
import io.tunetally.storage.Lifetimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract of every engine; one interface per subject. */
abstract class StorageContract
        implements ThreadMemoryContract,
                DeliveriesContract,
                InstallationsContract,
                DeletionContract,
                TeamRecordsContract {
    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock();
    private final List<JdbcStorage> open = new ArrayList<>();
    private @Nullable DatabaseUrl databaseUrl;
    private @Nullable JdbcStorage storage;

    /** Returns a new, empty database; with tables, as creating them takes most of a test's time. */
    abstract DatabaseUrl freshPlace(Path folder) throws Exception;

    @BeforeEach
    void openStorage() throws Exception {
        databaseUrl = freshPlace(folder);
        storage = open();
    }

    @AfterEach
    void closeStorage() {
        open.forEach(JdbcStorage::close);
    }

    @Override
    public JdbcStorage open() {
        return open(keys());
    }

    @Override
    public JdbcStorage open(Keys keys) {
        JdbcStorage opened = JdbcStorage.open(place(), keys, Lifetimes.USUAL, clock);
        open.add(opened);
        return opened;
    }

    @Override
    public Keys keys() {
        return new Keys.InFile(folder.resolve("key"));
    }

    @Override
    public JdbcStorage storage() {
        return Objects.requireNonNull(storage);
    }

    @Override
    public DatabaseUrl place() {
        return Objects.requireNonNull(databaseUrl);
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }
}
