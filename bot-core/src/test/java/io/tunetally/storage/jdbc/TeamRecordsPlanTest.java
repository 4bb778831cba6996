package io.tunetally.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.storage.Lifetimes;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that what every answer and command reads is one range of an index, however many records there are. */
class TeamRecordsPlanTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {JdbcTeamRecords.FIND, JdbcTeamRecords.LATEST})
    void readsOneRangeOfThePrimaryKey(String statement) {
        DatabaseUrl database = DatabaseUrl.in(folder);
        JdbcStorage.open(database, new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, Clock.systemUTC())
                .close();

        List<String> plan = Fixture.rows(database, "EXPLAIN QUERY PLAN " + statement.replace("?", "'1'"));

        assertThat(plan).hasSize(1);
        assertThat(plan.getFirst())
                .contains("SEARCH team_record USING INDEX sqlite_autoindex_team_record_1")
                .contains("thread=? AND record_kind=? AND id");
    }
}
