package io.tunetally.storage.jdbc;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.RecentRequests;
import io.tunetally.storage.ThreadMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code thread_memory}. */
final class JdbcThreadMemory implements ThreadMemory, RecentRequests {
    static final String WHERE_CONVERSATION =
            " WHERE platform = :platform AND space = :space AND channel = :channel AND thread = :thread";

    private static final String REMEMBER = """
            INSERT INTO thread_memory (platform, space, channel, thread, canonical, asker, remembered_at, expires_at)
            VALUES (:platform, :space, :channel, :thread, :canonical, :asker, :now, :expires)
            ON CONFLICT (platform, space, channel, thread) DO UPDATE SET
              canonical = excluded.canonical,
              asker = CASE
                WHEN thread_memory.expires_at <= :now OR thread_memory.asker = excluded.asker THEN excluded.asker
                ELSE '' END,
              remembered_at = excluded.remembered_at,
              expires_at = excluded.expires_at
            """;

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
        return database.call(handle -> handle.createQuery(
                        "SELECT canonical FROM thread_memory" + WHERE_CONVERSATION + " AND expires_at > :now")
                .bindMap(columns(conversation))
                .bind("now", clock.millis())
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void remember(ConversationId conversation, String canonicalText, UserId asker) {
        Instant now = clock.instant();
        database.call(handle -> handle.createUpdate(REMEMBER)
                .bindMap(columns(conversation))
                .bind("canonical", canonicalText)
                .bind("asker", asker.value())
                .bind("now", now.toEpochMilli())
                .bind("expires", now.plus(lifetime).toEpochMilli())
                .execute());
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
