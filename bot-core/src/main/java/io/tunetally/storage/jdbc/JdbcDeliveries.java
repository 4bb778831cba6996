package io.tunetally.storage.jdbc;

import io.tunetally.chat.PlatformId;
import io.tunetally.storage.Deliveries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The table {@code delivery}; one statement claims, so that the database decides who wins. */
final class JdbcDeliveries implements Deliveries {
    private static final String CLAIM = """
            INSERT INTO delivery (platform, delivery_id, expires_at) VALUES (:platform, :delivery, :expires)
            ON CONFLICT (platform, delivery_id) DO UPDATE SET expires_at = excluded.expires_at
            WHERE delivery.expires_at <= :now
            """;

    private final Database database;
    private final Duration lifetime;
    private final Clock clock;

    JdbcDeliveries(Database database, Duration lifetime, Clock clock) {
        this.database = database;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    @Override
    public boolean claim(PlatformId platform, String deliveryId) {
        Instant now = clock.instant();
        return database.call(handle -> handle.createUpdate(CLAIM)
                        .bind("platform", platform.value())
                        .bind("delivery", deliveryId)
                        .bind("now", now.toEpochMilli())
                        .bind("expires", now.plus(lifetime).toEpochMilli())
                        .execute())
                == 1;
    }
}
