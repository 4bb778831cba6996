package io.tunetally.storage.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.storage.ActionKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The table {@code action_key}. A key always maps to the same command, so recently kept or found keys are cached; most
 * messages have buttons that an earlier message also had.
 */
final class JdbcActionKeys implements ActionKeys {
    private static final int LATEST = 10_000;
    /** The stored time may lag behind the last use of a command by this fraction of its lifetime. */
    private static final int PART_OF_LIFETIME = 100;

    private static final String KEEP = """
            INSERT INTO action_key (action_key, command, expires_at) VALUES (:key, :command, :expires)
            ON CONFLICT (action_key) DO UPDATE SET expires_at = excluded.expires_at
            """;

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
        Instant expires = clock.instant().plus(lifetime);
        database.inTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(KEEP);
            for (String command : unknown) {
                batch.bind("key", ActionKeys.keyOf(command))
                        .bind("command", command)
                        .bind("expires", expires.toEpochMilli())
                        .add();
            }
            return batch.execute();
        });
        unknown.forEach(command -> lately.put(ActionKeys.keyOf(command), command));
    }

    @Override
    public Optional<String> command(String key) {
        String known = lately.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        return database.call(handle -> handle.createQuery(
                        "SELECT command FROM action_key WHERE action_key = :key AND expires_at > :now")
                .bind("key", key)
                .bind("now", clock.millis())
                .mapTo(String.class)
                .findOne());
    }
}
