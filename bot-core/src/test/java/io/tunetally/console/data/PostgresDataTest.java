package io.tunetally.console.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.console.CommandRun;
import io.tunetally.runtime.ExitCode;
import io.tunetally.storage.jdbc.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the contract on a PostgreSQL server. */
final class PostgresDataTest extends DataContract {
    @Override
    String freshUrl() {
        return PostgresServer.migratedUrl();
    }

    @Override
    String anotherUrl() {
        return PostgresServer.freshUrl();
    }

    @Test
    void refusesAWrongPasswordNamingTheSettingAndNotThePassword() {
        String url = PostgresServer.withPassword("tally", "right-word") + "&password=hidden-word";

        CommandRun refused = CommandRun.of(Map.of("TUNETALLY_DB", url), "help\n", "chat", "--conversation", "budget");

        assertThat(refused.code()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(refused.err())
                .startsWith("tunetally: TUNETALLY_DB: ")
                .contains("password authentication failed")
                .doesNotContain("hidden-word");
    }
}
