package io.tunetally.storage.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.storage.ActionKeys;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code action_key}. A key always maps to the same command, so recently kept or found keys are cached; most
 * messages have buttons that an earlier message also had.
 */
final class JdbcActionKeys implements ActionKeys {
    private static final int LATEST = 10_000;
    /** The stored time may lag behind the last use of a command by this fraction of its lifetime. */
    private static final int PART_OF_LIFETIME = 100;

    private static final String KEEP = """
            INSERT INTO action_key (action_key, command, expires_at) VALUES (?, ?, ?)
            ON CONFLICT (action_key) DO UPDATE SET expires_at = excluded.expires_at
            """;

    private static final String FIND = "SELECT command FROM action_key WHERE action_key = ? AND expires_at > ?";

    private final StatementCache keep = new StatementCache(KEEP);
    private final StatementCache find = new StatementCache(FIND);
    private final Database database;
    private final Duration lifetime;
    private final Clock clock;
    private final Cache<String, String> lately;

    JdbcActionKeys(Database database, Duration lifetime, Clock clock) {
        this.database = database;
        this.lifetime = lifetime;
        this.clock = clock;
        this.lately = Caffeine.newBuilder()
                .maximumSize(LATEST)
                .expireAfterWrite(lifetime.dividedBy(PART_OF_LIFETIME))
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    @Override
    public void keep(Collection<String> commandTexts) {
        List<String> unknown = commandTexts.stream()
                .distinct()
                .filter(command -> lately.getIfPresent(ActionKeys.keyOf(command)) == null)
                .sorted() // Two batches that touch the same rows in different orders would deadlock.
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        long expires = clock.instant().plus(lifetime).toEpochMilli();
        int[] _ = database.plainlyInTransaction(connection -> keep.on(connection, statement -> {
            for (String command : unknown) {
                statement.setString(1, ActionKeys.keyOf(command));
                statement.setString(2, command);
                statement.setLong(3, expires);
                statement.addBatch();
            }
            return statement.executeBatch();
        }));
        unknown.forEach(command -> lately.put(ActionKeys.keyOf(command), command));
    }

    @Override
    public Optional<String> command(String key) {
        String known = lately.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        return database.plainly(connection -> find.on(connection, statement -> {
            statement.setString(1, key);
            statement.setLong(2, clock.millis());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
            }
        }));
    }
}
