package io.tunetally.storage.jdbc;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.Counts;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Deletes rows and logs it in {@code deletion}. */
final class JdbcDeletion implements Deletion {
    /** A workspace or guild; for an organisation, also the workspaces that its installation serves. */
    private static final String OF_SPACE = " WHERE platform = :platform AND (space = :space OR space IN"
            + " (SELECT team FROM organisation_team WHERE platform = :platform AND enterprise = :space))";

    private final Database database;
    private final JdbcTeamDefaults defaults;
    private final Duration logLifetime;
    private final Clock clock;

    JdbcDeletion(Database database, JdbcTeamDefaults defaults, Duration logLifetime, Clock clock) {
        this.database = database;
        this.defaults = defaults;
        this.logLifetime = logLifetime;
        this.clock = clock;
    }

    @Override
    public Counts ofConversation(ConversationId conversation) {
        Map<String, String> id = JdbcThreadMemory.columns(conversation);
        String digest = Digest.of(
                conversation.platform().value(), conversation.space(), conversation.channel(), conversation.thread());
        return database.inTransaction(handle -> {
            Counts deleted = new Counts(Map.of(
                    Kind.CONVERSATIONS,
                    delete(handle, "thread_memory" + JdbcThreadMemory.WHERE_CONVERSATION, id),
                    Kind.TEAM_RECORDS,
                    delete(handle, "team_record" + JdbcThreadMemory.WHERE_CONVERSATION, id)));
            return log(handle, Subject.CONVERSATION, conversation.platform(), digest, deleted);
        });
    }

    @Override
    public Counts ofUser(PlatformId platform, UserId user) {
        if (user.value().isEmpty()) {
            throw new IllegalArgumentException("a user is required");
        }
        return ofUser(
                platform,
                "",
                "",
                Map.of("platform", platform.value(), "user", user.value()),
                Digest.of(platform.value(), user.value()));
    }

    @Override
    public Counts ofUser(PlatformId platform, String space, UserId user) {
        if (space.isEmpty() || user.value().isEmpty()) {
            throw new IllegalArgumentException("a workspace and a user are required");
        }
        return ofUser(
                platform,
                " AND space = :space",
                " AND team = :space",
                Map.of("platform", platform.value(), "space", space, "user", user.value()),
                Digest.of(platform.value(), space, user.value()));
    }

    private Counts ofUser(PlatformId platform, String ofSpace, String ofTeam, Map<String, String> id, String digest) {
        return database.inTransaction(handle -> {
            Counts deleted = new Counts(Map.of(
                    Kind.CONVERSATIONS,
                    delete(handle, "thread_memory WHERE platform = :platform AND asker = :user" + ofSpace, id),
                    Kind.INSTALLATIONS,
                    delete(handle, "installation WHERE platform = :platform AND member = :user" + ofTeam, id),
                    Kind.TEAM_RECORDS,
                    ofOwner(handle, ofSpace, id)));
            return log(handle, Subject.USER, platform, digest, deleted);
        });
    }

    /** Deletes a person's own records; what belongs to the team stays without the person. */
    private static long ofOwner(Handle handle, String ofSpace, Map<String, String> id) {
        String owned = " WHERE platform = :platform AND owner = :user" + ofSpace;
        long deleted = delete(handle, "team_record" + owned + " AND belongs = '" + JdbcTeamRecords.PERSONAL + "'", id);
        Map<String, String> own = new HashMap<>(id);
        own.put("thread", ConversationId.ownThread(new UserId(Objects.requireNonNull(id.get("user")))));
        long _ = delete(
                handle,
                "team_sequence WHERE platform = :platform AND (thread = :thread OR channel = :user)" + ofSpace,
                own);
        return deleted
                + handle.createUpdate("UPDATE team_record SET owner = ''" + owned)
                        .bindMap(id)
                        .execute();
    }

    @Override
    public Counts ofSpace(PlatformId platform, String space, Instant leftAt) {
        if (space.isEmpty()) {
            throw new IllegalArgumentException("a workspace or guild is required");
        }
        Map<String, Object> id = Map.of("platform", platform.value(), "space", space, "left", leftAt.toEpochMilli());
        Counts counts = database.inTransaction(handle -> {
            Counts deleted = new Counts(Map.of(
                    Kind.CONVERSATIONS,
                    delete(handle, "thread_memory" + OF_SPACE + " AND remembered_at <= :left", id),
                    Kind.TEAM_DEFAULTS,
                    delete(handle, "team_defaults" + OF_SPACE + " AND changed_at <= :left", id),
                    Kind.INSTALLATIONS,
                    delete(handle, """
                            installation WHERE platform = :platform AND saved_at < :left
                              AND (team = :space OR (team = '' AND enterprise = :space))""", id),
                    Kind.ORGANISATION_TEAMS,
                    delete(handle, """
                            organisation_team WHERE platform = :platform AND served_at <= :left
                              AND (team = :space OR enterprise = :space)""", id),
                    Kind.TEAM_RECORDS,
                    delete(handle, "team_record" + OF_SPACE + " AND written_at <= :left", id),
                    Kind.TEAM_SEQUENCES,
                    delete(
                            handle,
                            "team_sequence" + OF_SPACE + " AND expires_at <= :left + "
                                    + JdbcTeamRecords.SEQUENCE_KEPT.toMillis(),
                            id)));
            return log(handle, Subject.SPACE, platform, Digest.of(platform.value(), space), deleted);
        });
        defaults.forgetRead();
        return counts;
    }

    @Override
    public Set<String> spaces(PlatformId platform) {
        return database.call(handle -> handle.createQuery("""
                        SELECT space FROM thread_memory WHERE platform = :platform AND space <> ''
                        UNION SELECT space FROM team_defaults WHERE platform = :platform AND space <> ''
                        UNION SELECT space FROM team_record WHERE platform = :platform AND space <> ''
                        """)
                .bind("platform", platform.value())
                .mapTo(String.class)
                .set());
    }

    @Override
    public List<Entry> log(int limit) {
        return database.call(handle -> handle.createQuery(
                        "SELECT * FROM deletion WHERE expires_at > :now ORDER BY deleted_at DESC, id LIMIT :limit")
                .bind("now", clock.millis())
                .bind("limit", limit)
                .map((row, _) -> new Entry(
                        Instant.ofEpochMilli(row.getLong("deleted_at")),
                        Subject.valueOf(row.getString("subject")),
                        new PlatformId(row.getString("platform")),
                        row.getString("subject_digest"),
                        row.getLong("row_count")))
                .list());
    }

    private static long delete(Handle handle, String what, Map<String, ?> id) {
        return handle.createUpdate("DELETE FROM " + what).bindMap(id).execute();
    }

    private Counts log(Handle handle, Subject subject, PlatformId platform, String digest, Counts deleted) {
        Instant now = clock.instant();
        handle.createUpdate("""
                        INSERT INTO deletion (id, deleted_at, subject, platform, subject_digest, row_count, expires_at)
                        VALUES (:id, :now, :subject, :platform, :digest, :rows, :expires)
                        """)
                .bind("id", UUID.randomUUID().toString())
                .bind("now", now.toEpochMilli())
                .bind("subject", subject.name())
                .bind("platform", platform.value())
                .bind("digest", digest)
                .bind("rows", deleted.total())
                .bind("expires", now.plus(logLifetime).toEpochMilli())
                .execute();
        return deleted;
    }
}
