package io.tunetally.storage.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.tunetally.lazy.Lazy;
import io.tunetally.storage.StorageException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Runs statements; failures are thrown as {@link StorageException}. */
final class Database implements Statements, AutoCloseable {
    private static final Set<Integer> SQLITE_REFUSALS = Set.of(
            SQLiteErrorCode.SQLITE_CONSTRAINT.code,
            SQLiteErrorCode.SQLITE_TOOBIG.code,
            SQLiteErrorCode.SQLITE_MISMATCH.code);

    private final DatabaseUrl databaseUrl;
    private final HikariDataSource pool;
    private final Lazy<Jdbi> jdbi;
    private final SqlThreads threads = new SqlThreads();

    private Database(DatabaseUrl databaseUrl, HikariDataSource pool) {
        this.databaseUrl = databaseUrl;
        this.pool = pool;
        this.jdbi = Lazy.of(() -> Jdbi.create(pool));
    }

    /** Opens the connection pool. */
    static Database connect(DatabaseUrl databaseUrl) {
        try {
            return new Database(databaseUrl, Pool.open(databaseUrl));
        } catch (RuntimeException failed) {
            throw failure(failed);
        }
    }

    DatabaseUrl place() {
        return databaseUrl;
    }

    /** Runs one or more statements without a common transaction. */
    <T> T call(Function<Handle, T> work) {
        return threads.run(() -> {
            try {
                return jdbi.get().withHandle(work::apply);
            } catch (JdbiException failed) {
                throw failure(failed);
            }
        });
    }

    @Override
    public <T> T plainly(Plain<T> work) {
        return threads.run(() -> {
            try (Connection connection = pool.getConnection()) {
                return work.on(connection);
            } catch (SQLException failed) {
                throw failure(failed);
            }
        });
    }

    @Override
    public <T> T plainlyInTransaction(Plain<T> work) {
        return plainly(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                connection.setAutoCommit(true);
                return result;
            } catch (SQLException | RuntimeException failed) {
                undo(connection, failed);
                throw failed;
            }
        });
    }

    /** SQLite may have ended the transaction itself, e.g. when the disk is full; the original failure is the one to report. */
    private static void undo(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException ended) {
            failed.addSuppressed(ended);
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException ended) {
            failed.addSuppressed(ended);
        }
    }

    /** Runs work in a transaction, all or nothing. */
    <T> T inTransaction(Function<Handle, T> work) {
        return threads.run(() -> {
            try {
                return jdbi.get().inTransaction(work::apply);
            } catch (JdbiException failed) {
                throw failure(failed);
            }
        });
    }

    /** Returns the engine's name and version. */
    String engine() {
        return call(handle -> {
            try {
                DatabaseMetaData metadata = handle.getConnection().getMetaData();
                return metadata.getDatabaseProductName() + " " + metadata.getDatabaseProductVersion();
            } catch (SQLException failed) {
                throw failure(failed);
            }
        });
    }

    /** Returns the size on disk; for SQLite, without the write-ahead log. */
    long sizeBytes() {
        String size = switch (databaseUrl) {
            case DatabaseUrl.SqliteFile _ ->
                "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
            case DatabaseUrl.PostgresServer _ -> "SELECT pg_database_size(current_database())";
        };
        return call(handle -> handle.createQuery(size).mapTo(Long.class).one());
    }

    /** Returns the driver's own message, without the wrapping exceptions; drivers quote no password. */
    static StorageException failure(Throwable failed) {
        Throwable cause = failed;
        boolean refused = false;
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof SQLException said) {
                cause = said;
                refused |= isRefusal(said);
            }
        }
        String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("failed");
        String reason = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        return refused ? StorageException.refusal(reason, failed) : new StorageException(reason, failed);
    }

    /** True if the error concerns a value: SQLite has a code for that, others a class of states (22 data, 23 constraints). */
    private static boolean isRefusal(SQLException said) {
        String state = said.getSQLState();
        return said instanceof SQLiteException sqlite
                ? SQLITE_REFUSALS.contains(sqlite.getErrorCode())
                : state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    @Override
    public void close() {
        threads.close();
        pool.close();
    }
}
