package io.tunetally.storage.jdbc;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tables {@code team_record} and {@code team_sequence}. Each look-up reads one range of the primary key or of an index. */
final class JdbcTeamRecords implements TeamRecords {
    static final String PERSONAL = "personal";
    private static final String TEAM = "team";

    private static final String SELECT =
            "SELECT platform, space, channel, thread, record_kind, id, owner, belongs, body,"
                    + " written_at, expires_at FROM team_record WHERE platform = ?";
    private static final String IN_PLACE = SELECT + " AND space = ? AND channel = ? AND thread = ? AND record_kind = ?";
    static final String FIND = IN_PLACE + " AND id = ? AND expires_at > ?";
    static final String LATEST = IN_PLACE + " AND id < ? AND expires_at > ? ORDER BY id DESC LIMIT ?";
    private static final String EVERYWHERE =
            SELECT + " AND record_kind = ? AND expires_at > ? ORDER BY written_at LIMIT ?";
    private static final String OF =
            SELECT + " AND owner = ? AND (? = '' OR space = ?) AND expires_at > ? ORDER BY written_at DESC LIMIT ?";

    private static final String PUT = """
            INSERT INTO team_record (platform, space, channel, thread, record_kind, id, owner, belongs, body, written_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (platform, space, channel, thread, record_kind, id) DO UPDATE SET
              owner = excluded.owner, belongs = excluded.belongs, body = excluded.body,
              written_at = excluded.written_at, expires_at = excluded.expires_at
            """;

    /** Adds it where there is none: an expired one counts as none. */
    private static final String ADD = PUT.stripTrailing() + "\nWHERE team_record.expires_at <= ?";

    private static final String REPLACE = """
            UPDATE team_record SET owner = ?, belongs = ?, body = ?, written_at = ?, expires_at = ?
            WHERE platform = ? AND space = ? AND channel = ? AND thread = ? AND record_kind = ? AND id = ?
              AND body = ? AND expires_at > ?
            """;

    private static final String REMOVE = """
            DELETE FROM team_record
            WHERE platform = ? AND space = ? AND channel = ? AND thread = ? AND record_kind = ? AND id = ?
            """;

    private static final String REMOVE_UNCHANGED = REMOVE + "  AND body = ?";

    private static final String NEXT = """
            INSERT INTO team_sequence (platform, space, channel, thread, name, last_count, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (platform, space, channel, thread, name) DO UPDATE SET
              last_count = team_sequence.last_count + excluded.last_count, expires_at = excluded.expires_at
            RETURNING last_count
            """;

    /** Above every id, in any collation. */
    private static final String ABOVE_ALL = "zzzzzzzzzz";

    /** Longer than any record is kept, so that no id is given twice. */
    static final Duration SEQUENCE_KEPT = Duration.ofDays(3_650);

    /** Two processes that lock the same rows in different orders could deadlock. */
    private static final Comparator<TeamRecord> IN_ONE_ORDER = Comparator.comparing(TeamRecord::kind)
            .thenComparing(record -> record.place().toString())
            .thenComparing(TeamRecord::id);

    private final Statements database;
    private final Prepared prepared;
    private final Clock clock;

    /** The statements of every answer. */
    private record Prepared(StatementCache find, StatementCache latest, StatementCache next, StatementCache put) {
        Prepared() {
            this(
                    new StatementCache(FIND),
                    new StatementCache(LATEST),
                    new StatementCache(NEXT),
                    new StatementCache(PUT));
        }
    }

    JdbcTeamRecords(Statements database, Clock clock) {
        this(database, new Prepared(), clock);
    }

    private JdbcTeamRecords(Statements database, Prepared prepared, Clock clock) {
        this.database = database;
        this.prepared = prepared;
        this.clock = clock;
    }

    @Override
    public <T> T inOneTransaction(Function<TeamRecords, T> work) {
        return database.inOneTransaction(transaction -> work.apply(new JdbcTeamRecords(transaction, prepared, clock)));
    }

    @Override
    public Optional<TeamRecord> find(ConversationId place, String kind, String id) {
        return database.plainly(connection -> prepared.find().on(connection, statement -> {
            place(statement, place, kind);
            statement.setString(6, id);
            statement.setLong(7, clock.millis());
            return rows(statement).stream().findFirst();
        }));
    }

    @Override
    public List<TeamRecord> latest(ConversationId place, String kind, String before, int most) {
        return database.plainly(connection -> prepared.latest().on(connection, statement -> {
            place(statement, place, kind);
            statement.setString(6, before.isEmpty() ? ABOVE_ALL : before);
            statement.setLong(7, clock.millis());
            statement.setInt(8, most);
            return rows(statement);
        }));
    }

    @Override
    public List<TeamRecord> everywhere(PlatformId platform, String kind, int most) {
        return read(EVERYWHERE, statement -> {
            statement.setString(1, platform.value());
            statement.setString(2, kind);
            statement.setLong(3, clock.millis());
            statement.setInt(4, most);
        });
    }

    @Override
    public List<TeamRecord> of(PlatformId platform, String space, UserId owner, int most) {
        return read(OF, statement -> {
            statement.setString(1, platform.value());
            statement.setString(2, owner.value());
            statement.setString(3, space);
            statement.setString(4, space);
            statement.setLong(5, clock.millis());
            statement.setInt(6, most);
        });
    }

    @Override
    public void put(List<TeamRecord> records) {
        List<TeamRecord> ordered = records.stream().sorted(IN_ONE_ORDER).toList();
        database.plainlyInTransaction(connection -> prepared.put().on(connection, statement -> {
            for (TeamRecord record : ordered) {
                key(statement, 1, record);
                content(statement, 7, record);
                statement.addBatch();
            }
            return statement.executeBatch();
        }));
    }

    @Override
    public boolean putIfUnchanged(Optional<TeamRecord> before, TeamRecord record) {
        return before.isEmpty()
                ? update(ADD, statement -> {
                    key(statement, 1, record);
                    content(statement, 7, record);
                    statement.setLong(12, clock.millis());
                })
                : update(REPLACE, statement -> {
                    content(statement, 1, record);
                    key(statement, 6, record);
                    statement.setString(12, before.get().body());
                    statement.setLong(13, clock.millis());
                });
    }

    @Override
    public boolean remove(ConversationId place, String kind, String id) {
        return update(REMOVE, statement -> {
            place(statement, place, kind);
            statement.setString(6, id);
        });
    }

    @Override
    public boolean removeIfUnchanged(TeamRecord before) {
        return update(REMOVE_UNCHANGED, statement -> {
            key(statement, 1, before);
            statement.setString(7, before.body());
        });
    }

    /** Returns whether a statement changed a row. */
    private boolean update(String sql, Binding binding) {
        return database.plainly(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.to(statement);
                return statement.executeUpdate() > 0;
            }
        });
    }

    @Override
    public long next(ConversationId place, String sequence, int count) {
        return database.plainly(connection -> prepared.next().on(connection, statement -> {
            place(statement, place, sequence);
            statement.setLong(6, count);
            statement.setLong(7, clock.instant().plus(SEQUENCE_KEPT).toEpochMilli());
            try (ResultSet last = statement.executeQuery()) {
                last.next();
                return last.getLong(1);
            }
        }));
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private List<TeamRecord> read(String sql, Binding binding) {
        return database.plainly(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.to(statement);
                return rows(statement);
            }
        });
    }

    private static List<TeamRecord> rows(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<TeamRecord> records = new ArrayList<>();
            while (rows.next()) {
                records.add(record(rows));
            }
            return records;
        }
    }

    private static TeamRecord record(ResultSet row) throws SQLException {
        return new TeamRecord(
                new ConversationId(
                        new PlatformId(row.getString(1)), row.getString(2), row.getString(3), row.getString(4)),
                row.getString(5),
                row.getString(6),
                new UserId(row.getString(7)),
                row.getString(8).equals(PERSONAL),
                row.getString(9),
                Instant.ofEpochMilli(row.getLong(10)),
                Instant.ofEpochMilli(row.getLong(11)));
    }

    private static void key(PreparedStatement statement, int from, TeamRecord record) throws SQLException {
        place(statement, from, record.place(), record.kind());
        statement.setString(from + 5, record.id());
    }

    private static void content(PreparedStatement statement, int from, TeamRecord record) throws SQLException {
        statement.setString(from, record.owner().value());
        statement.setString(from + 1, record.personal() ? PERSONAL : TEAM);
        statement.setString(from + 2, record.body());
        statement.setLong(from + 3, record.writtenAt().toEpochMilli());
        statement.setLong(from + 4, record.expiresAt().toEpochMilli());
    }

    private static void place(PreparedStatement statement, ConversationId place, String kind) throws SQLException {
        place(statement, 1, place, kind);
    }

    private static void place(PreparedStatement statement, int from, ConversationId place, String kind)
            throws SQLException {
        statement.setString(from, place.platform().value());
        statement.setString(from + 1, place.space());
        statement.setString(from + 2, place.channel());
        statement.setString(from + 3, place.thread());
        statement.setString(from + 4, kind);
    }
}
