package io.tunetally.console.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.console.CommandRun;
import io.tunetally.console.LockHolder;
import io.tunetally.runtime.ExitCode;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the contract on the default: a file in the user's data folder. */
final class SqliteDataTest extends DataContract {
    private static final int PAGE_BYTES = 4096;

    @Override
    String freshUrl() {
        return "";
    }

    @Override
    String anotherUrl() {
        return "jdbc:sqlite:" + folder.resolve("another.db");
    }

    @Test
    void makesNothingBeforeSomethingIsStored() {
        Map<String, String> environment = Map.of("XDG_DATA_HOME", folder.toString());

        assertThat(CommandRun.of(environment, "", "ask", "cost gpt-4o 1k examples")
                        .code())
                .isZero();
        assertThat(CommandRun.of(environment, "recommend\n", "chat").code()).isZero();
        assertThat(CommandRun.of(environment, "", "doctor").out()).contains("ok  Data: nothing stored yet");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesToStartNamingTheSetting() throws Exception {
        Map<String, String> environment = Map.of(
                "TUNETALLY_DB",
                "jdbc:sqlite:" + Files.writeString(folder.resolve("notes"), "no database\n".repeat(99)));

        CommandRun refused = CommandRun.of(environment, "help\n", "chat", "--conversation", "budget");

        assertThat(refused.code()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(refused.err()).startsWith("tunetally: TUNETALLY_DB: ").contains("not a database");
        assertThat(CommandRun.of(environment, "", "doctor").out()).contains("!!  Data: TUNETALLY_DB: ");
    }

    @Test
    void saysInOneSentenceThatAnotherProcessHasTheFileLocked() throws Exception {
        Path file = folder.resolve("shared.db");
        Map<String, String> environment = Map.of("TUNETALLY_DB", "jdbc:sqlite:" + file);
        assertThat(CommandRun.of(environment, "", "data", "status").code()).isZero();

        try (LockHolder _ = LockHolder.of(file)) {
            CommandRun refused = CommandRun.of(environment, "", "data", "status");

            assertThat(refused.code()).isEqualTo(ExitCode.BAD_CONFIGURATION);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .startsWith("tunetally: TUNETALLY_DB: " + file + ": ")
                    .contains("locked")
                    .hasLineCount(1);
        }
        assertThat(CommandRun.of(environment, "", "data", "status").code()).isZero();
    }

    @Test
    void refusesAKeyThatIsNoneWithoutQuotingIt() {
        Map<String, String> environment = Map.of("XDG_DATA_HOME", folder.toString(), "TUNETALLY_KEY", "hidden-word");

        CommandRun refused = CommandRun.of(environment, "", "data", "status");

        assertThat(refused.code()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(refused.err()).startsWith("tunetally: TUNETALLY_KEY: ").doesNotContain("hidden-word");
    }

    @Test
    void isFoundDamagedByTheDoctor() throws Exception {
        Map<String, String> environment = Map.of("XDG_DATA_HOME", folder.toString());
        assertThat(CommandRun.of(environment, "recommend\n", "chat", "--conversation", "budget")
                        .code())
                .isZero();
        Path file = folder.resolve("tunetally/tunetally.db");
        try (RandomAccessFile database = new RandomAccessFile(file.toFile(), "rw")) {
            // A page of the index of askers, which the write check does not touch.
            database.seek((page(file, "thread_memory_asker") - 1) * PAGE_BYTES + PAGE_BYTES - 40);
            database.write(new byte[40]);
        }

        CommandRun doctor = CommandRun.of(environment, "", "doctor");

        assertThat(doctor.code()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(doctor.out().lines().filter(line -> line.contains("Data: ")))
                .singleElement()
                .asString()
                .startsWith("!!  Data: SQLite")
                .contains("is damaged: *** in database main ***", "data export");
    }

    private static long page(Path file, String index) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT rootpage FROM sqlite_master WHERE name = '" + index + "'")) {
            assertThat(found.next()).isTrue();
            return found.getLong(1);
        }
    }

    @Test
    void saysThatTheKeyIsLostAndStartsAnewWhereItIsTold() throws Exception {
        Map<String, String> environment = Map.of("XDG_DATA_HOME", folder.toString());
        Path key = folder.resolve("tunetally/key");
        assertThat(CommandRun.of(environment, "", "data", "status").code()).isZero();
        assertThat(key).doesNotExist();
        String installation = "{\"kind\":\"installations\",\"platform\":\"slack\",\"enterprise\":\"\",\"team\":\"T1\","
                + "\"member\":\"\",\"secret\":\"xoxb-a-token\",\"saved_at\":1}\n";
        assertThat(CommandRun.of(environment, installation, "data", "import").code())
                .isZero();
        Files.delete(key);

        CommandRun status = CommandRun.of(environment, "", "data", "status");
        assertThat(status.code()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(status.out()).contains("1  installations");
        assertThat(status.err())
                .contains("TUNETALLY_KEY: 1 stored secrets", key.toString(), "data delete --unreadable");
        assertThat(CommandRun.of(environment, installation, "data", "import").err())
                .startsWith("tunetally: TUNETALLY_KEY: ");
        assertThat(key).doesNotExist();

        assertThat(CommandRun.of(environment, "", "data", "delete", "--unreadable")
                        .err())
                .contains("deleted 1 rows");
        assertThat(CommandRun.of(environment, "", "data", "status").code()).isZero();
        assertThat(key).doesNotExist();
    }

    @Test
    void refusesAnEngineItDoesNotKnow() {
        CommandRun refused = CommandRun.of(
                Map.of("TUNETALLY_DB", "jdbc:mysql://db/tally?password=hidden-word"), "", "data", "status");

        assertThat(refused.code()).isEqualTo(ExitCode.BAD_CONFIGURATION);
        assertThat(refused.err()).startsWith("tunetally: TUNETALLY_DB: ").doesNotContain("hidden-word");
    }
}
