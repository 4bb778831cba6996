package io.tunetally.storage.jdbc;

import io.tunetally.storage.Lifetimes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** A real server shared by all tests of this JVM; each test gets its own database. */
public final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    /** Started by the first test that needs it; ends with the JVM. Its databases are copies of a migrated one. */
    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        static {
            execute(SERVER, "CREATE DATABASE migrated");
            JdbcStorage.open(
                            DatabaseUrl.of(SERVER.getJdbcUrl("postgres", "migrated")),
                            new Keys.Given("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
                            Lifetimes.USUAL,
                            Clock.systemUTC())
                    .close();
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Returns the URL of a new database without tables. */
    public static String freshUrl() {
        return create("");
    }

    /** Returns the URL of a new database with empty tables. */
    public static String migratedUrl() {
        return create(" TEMPLATE migrated");
    }

    /** Returns the URL of a new database whose user needs a password. */
    public static String withPassword(String user, String password) {
        execute(Running.SERVER, "CREATE ROLE " + user + " LOGIN PASSWORD '" + password + "'");
        try {
            Path rights = Path.of(
                    Fixture.rows(DatabaseUrl.of(Running.SERVER.getJdbcUrl("postgres", "postgres")), "SHOW hba_file")
                            .getFirst());
            Files.writeString(rights, "host all " + user + " all scram-sha-256\n" + Files.readString(rights));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        execute(Running.SERVER, "SELECT pg_reload_conf()");
        return migratedUrl().replaceFirst("user=postgres", "user=" + user);
    }

    private static String create(String from) {
        String name = "test" + DATABASES.incrementAndGet();
        execute(Running.SERVER, "CREATE DATABASE " + name + from);
        return Running.SERVER.getJdbcUrl("postgres", name);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
