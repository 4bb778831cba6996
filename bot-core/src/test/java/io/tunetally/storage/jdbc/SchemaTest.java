package io.tunetally.storage.jdbc;

import static io.tunetally.storage.jdbc.Fixture.REQUEST;
import static io.tunetally.storage.jdbc.Fixture.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.MovableClock;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Old and new schemas, on both engines. */
final class SchemaTest {
    /** The number of rows in the file of each release. */
    private static final List<Long> ROWS = List.of(5L, 7L, 8L, 10L);

    private static final Clock CLOCK = new MovableClock();

    @TempDir
    private Path folder;

    /** An engine with an empty database without tables. */
    enum Engine {
        SQLITE,
        POSTGRESQL;

        DatabaseUrl fresh(Path folder) {
            return switch (this) {
                case SQLITE -> DatabaseUrl.of("jdbc:sqlite:" + folder.resolve("data.db"));
                case POSTGRESQL -> DatabaseUrl.of(PostgresServer.freshUrl());
            };
        }
    }

    /** A released schema on an engine. */
    record Release(Engine engine, int version) {}

    static Stream<Release> releases() {
        return Stream.of(Engine.values())
                .flatMap(engine ->
                        IntStream.rangeClosed(1, Schema.VERSION).mapToObj(version -> new Release(engine, version)));
    }

    /** Each release has a file of rows that it wrote; a new migration without one fails here. */
    @ParameterizedTest
    @MethodSource("releases")
    void keepsRowsOfOlderReleases(Release release) throws IOException {
        DatabaseUrl databaseUrl = release.engine().fresh(folder);
        flyway(databaseUrl).target(String.valueOf(release.version())).load().migrate();
        Fixture.execute(databaseUrl, rowsOf(release.version()).strip().split(";\\s*(\n|$)"));

        try (JdbcStorage storage = open(databaseUrl)) {
            assertThat(storage.threadMemory().recall(thread("T1", "C1", "1700.1")))
                    .contains(REQUEST);
            assertThat(storage.health().schema()).isEqualTo(String.valueOf(Schema.VERSION));
            assertThat(storage.archive().counts().total()).isEqualTo(ROWS.get(release.version() - 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesASchemaThatIsNewerThanTheProgram(Engine engine) {
        DatabaseUrl databaseUrl = engine.fresh(folder);
        open(databaseUrl).close();
        Fixture.execute(databaseUrl, """
                INSERT INTO flyway_schema_history
                  (installed_rank, version, description, type, script, installed_by, execution_time, success)
                VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 'test', 1, TRUE)""");

        assertThatThrownBy(() -> open(databaseUrl))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("update the program");
    }

    @ParameterizedTest
    @EnumSource
    void opensASchemaOfItsOwnTwice(Engine engine) {
        DatabaseUrl databaseUrl = engine.fresh(folder);
        open(databaseUrl).close();
        open(databaseUrl).close();

        assertThat(Fixture.rows(databaseUrl, "SELECT version FROM flyway_schema_history ORDER BY installed_rank"))
                .hasSize(Schema.VERSION);
    }

    @Test
    void knowsTheLastMigration() {
        Flyway flyway = flyway(Engine.SQLITE.fresh(folder)).load();

        List<String> versions = Stream.of(flyway.info().all())
                .map(migration -> String.valueOf(migration.getVersion()))
                .toList();

        assertThat(versions).last().isEqualTo(String.valueOf(Schema.VERSION));
    }

    private static FluentConfiguration flyway(DatabaseUrl databaseUrl) {
        return Flyway.configure().dataSource(databaseUrl.url(), null, null).locations(Schema.MIGRATIONS);
    }

    private JdbcStorage open(DatabaseUrl databaseUrl) {
        return JdbcStorage.open(databaseUrl, new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, CLOCK);
    }

    private static String rowsOf(int version) throws IOException {
        String file = "/schemas/v" + version + ".sql";
        try (InputStream in = SchemaTest.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
