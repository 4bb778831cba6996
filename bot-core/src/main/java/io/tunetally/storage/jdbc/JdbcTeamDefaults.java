package io.tunetally.storage.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.storage.TeamDefaults;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The table {@code team_defaults}; recent reads are cached for some seconds, as every answer needs them. */
final class JdbcTeamDefaults implements TeamDefaults {
    private static final int CHANNELS = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final String WHERE_SCOPE = " WHERE platform = :platform AND space = :space AND channel = :channel";

    private static final String FIND = """
            SELECT channel, canonical FROM team_defaults WHERE platform = ? AND space = ? AND channel IN ('', ?)
            """;

    private final StatementCache find = new StatementCache(FIND);
    private final Database database;
    private final Clock clock;
    private final Cache<Scope, Found> lately;
    private final AtomicLong changes = new AtomicLong();

    JdbcTeamDefaults(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.lately = Caffeine.newBuilder()
                .maximumSize(CHANNELS)
                .expireAfterWrite(FRESH)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    /** A result that changes during the read is not cached, so the next call reads again. */
    @Override
    public Found find(Scope scope) {
        Found known = lately.getIfPresent(scope);
        if (known != null) {
            return known;
        }
        long before = changes.get();
        Found found = read(scope);
        if (changes.get() == before) {
            lately.put(scope, found);
            // It may have changed in between.
            if (changes.get() != before) {
                lately.invalidate(scope);
            }
        }
        return found;
    }

    @Override
    public Optional<Found> known(Scope scope) {
        return Optional.ofNullable(lately.getIfPresent(scope));
    }

    private Found read(Scope scope) {
        Map<String, String> byChannel = database.plainly(connection -> find.on(connection, statement -> {
            statement.setString(1, scope.platform().value());
            statement.setString(2, scope.space());
            statement.setString(3, scope.channel());
            try (ResultSet found = statement.executeQuery()) {
                Map<String, String> canonicals = new HashMap<>();
                while (found.next()) {
                    canonicals.put(found.getString(1), found.getString(2));
                }
                return canonicals;
            }
        }));
        Optional<String> ofChannel =
                scope.channel().isEmpty() ? Optional.empty() : Optional.ofNullable(byChannel.get(scope.channel()));
        return new Found(Optional.ofNullable(byChannel.get("")), ofChannel);
    }

    @Override
    public void set(Scope scope, String canonicalText) {
        database.call(handle -> handle.createUpdate("""
                        INSERT INTO team_defaults (platform, space, channel, canonical, changed_at)
                        VALUES (:platform, :space, :channel, :canonical, :now)
                        ON CONFLICT (platform, space, channel) DO UPDATE SET
                          canonical = excluded.canonical, changed_at = excluded.changed_at
                        """)
                .bindMap(columns(scope))
                .bind("canonical", canonicalText)
                .bind("now", clock.millis())
                .execute());
        forgetRead(scope);
    }

    @Override
    public void clear(Scope scope) {
        database.call(handle -> handle.createUpdate("DELETE FROM team_defaults" + WHERE_SCOPE)
                .bindMap(columns(scope))
                .execute());
        forgetRead(scope);
    }

    /** The cached entry of each channel includes its team's defaults. */
    private void forgetRead(Scope scope) {
        changes.incrementAndGet();
        lately.asMap().keySet().removeIf(read -> read.team().equals(scope.team()));
    }

    void forgetRead() {
        changes.incrementAndGet();
        lately.invalidateAll();
    }

    private static Map<String, String> columns(Scope scope) {
        return Map.of("platform", scope.platform().value(), "space", scope.space(), "channel", scope.channel());
    }
}
