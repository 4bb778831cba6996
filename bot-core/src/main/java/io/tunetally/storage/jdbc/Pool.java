package io.tunetally.storage.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The connection pool of a database, configured for its engine. */
final class Pool {
    /** How long a caller waits for a connection: less than the three seconds that a platform waits for us. */
    private static final long WAIT_MILLIS = 2_000;

    private static final long VALIDATION_MILLIS = 1_000;
    private static final int SQLITE_CONNECTIONS = 4;
    private static final int POSTGRES_CONNECTIONS = 8;

    private Pool() {}

    /** Opens the first connection, or throws the reason for its failure. */
    static HikariDataSource open(DatabaseUrl databaseUrl) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tunetally");
        config.setJdbcUrl(databaseUrl.url());
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(VALIDATION_MILLIS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(1);
        switch (databaseUrl) {
            case DatabaseUrl.SqliteFile _ -> sqlite(config);
            case DatabaseUrl.PostgresServer _ -> postgres(config);
        }
        return new HikariDataSource(config);
    }

    private static void sqlite(HikariConfig config) {
        config.setMaximumPoolSize(SQLITE_CONNECTIONS);
        // Writers of all processes take turns; the next one waits as long as a platform would.
        config.addDataSourceProperty("busy_timeout", "10000");
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("foreign_keys", "true");
        // A confirmed write survives a power failure, not only a crash.
        config.addDataSourceProperty("synchronous", "FULL");
        // Deleted text is overwritten in the file.
        config.addDataSourceProperty("secure_delete", "true");
        // A transaction takes the write lock at its start: one that reads first might not get it later.
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    }

    private static void postgres(HikariConfig config) {
        config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
        // In seconds; a value in the URL takes precedence.
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "10");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("ApplicationName", "tunetally");
        // It contains the whole rejected row, and exceptions are logged.
        config.addDataSourceProperty("logServerErrorDetail", "false");
    }
}
