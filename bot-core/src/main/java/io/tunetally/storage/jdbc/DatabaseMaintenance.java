package io.tunetally.storage.jdbc;

import io.tunetally.storage.Kind;
import io.tunetally.storage.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Maintains a database on an operator's request: checks its integrity and reclaims space. */
final class DatabaseMaintenance {
    private final Database database;

    DatabaseMaintenance(Database database) {
        this.database = database;
    }

    /** Returns the damage in the engine's words; empty if there is none. */
    String damage() {
        try {
            return switch (database.place()) {
                case DatabaseUrl.SqliteFile _ -> database.plainly(DatabaseMaintenance::firstFault);
                case DatabaseUrl.PostgresServer _ -> database.plainly(DatabaseMaintenance::readAll);
            };
        } catch (StorageException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    private static String firstFault(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet faults = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String fault = faults.next() ? faults.getString(1) : "the check says nothing";
            return fault.equals("ok") ? "" : fault.replace('\n', ' ');
        }
    }

    /** A server manages its own files; reading all rows reveals unreadable pages. */
    private static String readAll(Connection connection) throws SQLException {
        takeYourTime(connection);
        for (Kind kind : Kind.values()) {
            try (Statement statement = connection.createStatement();
                    ResultSet read = statement.executeQuery("SELECT SUM(LENGTH(CAST(one AS TEXT))) FROM "
                            + Table.of(kind).name() + " AS one")) {
                if (!read.next()) {
                    return Table.of(kind).name() + " cannot be read";
                }
            }
        }
        return "";
    }

    void compact() {
        switch (database.place()) {
            case DatabaseUrl.SqliteFile _ -> execute("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)");
            case DatabaseUrl.PostgresServer _ ->
                execute(Arrays.stream(Kind.values())
                        .map(kind -> "VACUUM (FULL, ANALYZE) " + Table.of(kind).name())
                        .toArray(String[]::new));
        }
    }

    private void execute(String... statements) {
        database.plainly(connection -> {
            if (database.place() instanceof DatabaseUrl.PostgresServer) {
                takeYourTime(connection);
            }
            try (Statement statement = connection.createStatement()) {
                for (String each : statements) {
                    statement.execute(each);
                }
            }
            return "";
        });
    }

    /** Lifts the time limit; the pool restores its own when the connection is returned. */
    private static void takeYourTime(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, 0);
    }
}
