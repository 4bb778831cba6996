package io.tunetally.storage.jdbc;

import io.tunetally.storage.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/**
 * Runs statements on a plain JDBC connection, those that run for every message: Jdbi takes longer than SQLite itself. Failures are
 * thrown as {@link StorageException}.
 */
interface Statements {
    /** Work with JDBC instead of Jdbi. */
    interface Plain<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T plainly(Plain<T> work);

    /** Runs work all or nothing. */
    <T> T plainlyInTransaction(Plain<T> work);

    /** Runs pieces of work all or nothing; they are given the transaction's statements. */
    default <T> T inOneTransaction(Function<Statements, T> work) {
        return plainlyInTransaction(connection -> work.apply(new InTransaction(connection)));
    }

    /** Statements of a transaction that another caller ends. */
    record InTransaction(Connection connection) implements Statements {
        @Override
        public <T> T plainly(Plain<T> work) {
            try {
                return work.on(connection);
            } catch (SQLException failed) {
                throw Database.failure(failed);
            }
        }

        @Override
        public <T> T plainlyInTransaction(Plain<T> work) {
            return plainly(work);
        }
    }
}
