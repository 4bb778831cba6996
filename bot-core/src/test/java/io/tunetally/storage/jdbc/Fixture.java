package io.tunetally.storage.jdbc;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Ids shared by tests, and direct access to the tables. */
final class Fixture {
    static final PlatformId SLACK = new PlatformId("slack");
    static final PlatformId DISCORD = new PlatformId("discord");
    static final UserId ANN = new UserId("U-ann");
    static final UserId BOB = new UserId("U-bob");
    static final String REQUEST = "cost gpt-4o 1000 examples 3 epochs";
    static final String OTHER_REQUEST = "cost llama-3.1-8b lora 2000 examples";

    private Fixture() {}

    static ConversationId thread(String space, String channel, String thread) {
        return new ConversationId(SLACK, space, channel, thread);
    }

    /** Returns every row of a query, its columns joined by a bar. */
    static List<String> rows(DatabaseUrl databaseUrl, String query) {
        try (Connection connection = DriverManager.getConnection(databaseUrl.url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    columns.add(result.getString(column));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    static void execute(DatabaseUrl databaseUrl, String... statements) {
        try (Connection connection = DriverManager.getConnection(databaseUrl.url());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(String.join(";", statements), failed);
        }
    }
}
