package io.tunetally.storage.jdbc;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.RecentRequests;
import io.tunetally.storage.ThreadMemory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code thread_memory}. */
final class JdbcThreadMemory implements ThreadMemory, RecentRequests {
    static final String WHERE_CONVERSATION =
            " WHERE platform = :platform AND space = :space AND channel = :channel AND thread = :thread";

    private static final String RECALL = """
            SELECT canonical FROM thread_memory
            WHERE platform = ? AND space = ? AND channel = ? AND thread = ? AND expires_at > ?
            """;

    private static final String REMEMBER = """
            INSERT INTO thread_memory (platform, space, channel, thread, canonical, asker, remembered_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (platform, space, channel, thread) DO UPDATE SET
              canonical = excluded.canonical,
              asker = CASE
                WHEN thread_memory.expires_at <= excluded.remembered_at OR thread_memory.asker = excluded.asker THEN excluded.asker
                ELSE '' END,
              remembered_at = excluded.remembered_at,
              expires_at = excluded.expires_at
            """;

    /** Two processes that lock the same rows in different orders could deadlock. */
    private static final Comparator<Memory> IN_ONE_ORDER =
            Comparator.comparing(memory -> memory.conversation().toString());

    private final StatementCache recall = new StatementCache(RECALL);
    private final Database database;
    private final Duration lifetime;
    private final Clock clock;

    JdbcThreadMemory(Database database, Duration lifetime, Clock clock) {
        this.database = database;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    @Override
    public Optional<String> recall(ConversationId conversation) {
        return database.plainly(connection -> recall.on(connection, statement -> {
            bind(statement, conversation);
            statement.setLong(5, clock.millis());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        }));
    }

    @Override
    public void remember(ConversationId conversation, String canonicalText, UserId asker) {
        remember(List.of(new Memory(conversation, canonicalText, asker, clock.instant())));
    }

    @Override
    public void remember(List<Memory> memories) {
        List<Memory> ordered = memories.stream().sorted(IN_ONE_ORDER).toList();
        database.plainlyInTransaction(connection -> {
            try (PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
                for (Memory memory : ordered) {
                    bind(remember, memory.conversation());
                    remember.setString(5, memory.canonicalText());
                    remember.setString(6, memory.asker().value());
                    remember.setLong(7, memory.asked().toEpochMilli());
                    remember.setLong(8, memory.asked().plus(lifetime).toEpochMilli());
                    remember.addBatch();
                }
                return remember.executeBatch();
            }
        });
    }

    /** Binds the conversation's four columns as the first parameters. */
    private static void bind(PreparedStatement statement, ConversationId conversation) throws SQLException {
        statement.setString(1, conversation.platform().value());
        statement.setString(2, conversation.space());
        statement.setString(3, conversation.channel());
        statement.setString(4, conversation.thread());
    }

    @Override
    public List<String> of(PlatformId platform, String space, UserId asker, int most) {
        return database.call(handle -> handle.createQuery("""
                        SELECT canonical FROM thread_memory
                        WHERE platform = :platform AND space = :space AND asker = :asker AND expires_at > :now
                        GROUP BY canonical ORDER BY MAX(remembered_at) DESC, canonical LIMIT :most
                        """)
                .bind("platform", platform.value())
                .bind("space", space)
                .bind("asker", asker.value())
                .bind("now", clock.millis())
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    @Override
    public List<String> of(PlatformId platform, UserId asker, int most) {
        return database.call(handle -> handle.createQuery("""
                        SELECT canonical FROM thread_memory
                        WHERE platform = :platform AND asker = :asker AND expires_at > :now
                        GROUP BY canonical ORDER BY MAX(remembered_at) DESC, canonical LIMIT :most
                        """)
                .bind("platform", platform.value())
                .bind("asker", asker.value())
                .bind("now", clock.millis())
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void forget(ConversationId conversation) {
        database.call(handle -> handle.createUpdate("DELETE FROM thread_memory" + WHERE_CONVERSATION)
                .bindMap(columns(conversation))
                .execute());
    }

    static Map<String, String> columns(ConversationId conversation) {
        return Map.of(
                "platform", conversation.platform().value(),
                "space", conversation.space(),
                "channel", conversation.channel(),
                "thread", conversation.thread());
    }
}
