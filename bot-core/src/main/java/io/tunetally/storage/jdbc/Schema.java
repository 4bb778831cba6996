package io.tunetally.storage.jdbc;

import io.tunetally.storage.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Creates and migrates the tables. */
final class Schema {
    /** The number of the last file in {@code migration}. */
    static final int VERSION = 4;

    static final String MIGRATIONS = "classpath:io/tunetally/storage/jdbc/migration";
    private static final String HISTORY = "flyway_schema_history";

    private final Database database;

    Schema(Database database) {
        this.database = database;
    }

    /**
     * Creates or migrates the tables. Flyway starts slowly, so it runs only if there is something to do.
     *
     * @throws StorageException if the schema is newer than the program or cannot be migrated
     */
    void prepare() {
        int found = version();
        if (found > VERSION) {
            throw new StorageException("the database's schema has version " + found
                    + ", this program supports versions up to " + VERSION + ": update the program");
        }
        if (found < VERSION) {
            migrate();
        }
    }

    /** Returns the version of the tables, 0 if there are none. */
    int version() {
        return database.plainly(connection -> exists(connection) ? latest(connection) : 0);
    }

    private void migrate() {
        try {
            Flyway.configure()
                    .dataSource(database.place().url(), null, null)
                    .locations(MIGRATIONS)
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new StorageException(
                    "the schema cannot be migrated to version " + VERSION + ": " + failed.getMessage(), failed);
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), HISTORY, null)) {
            return tables.next();
        }
    }

    /** The versions are text, which does not sort as numbers do. */
    private static int latest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT version FROM " + HISTORY + " WHERE success AND version IS NOT NULL")) {
            int latest = 0;
            while (found.next()) {
                latest = Math.max(latest, found.getInt(1));
            }
            return latest;
        }
    }
}
