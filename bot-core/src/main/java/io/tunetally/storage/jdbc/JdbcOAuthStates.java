package io.tunetally.storage.jdbc;

import io.tunetally.chat.PlatformId;
import io.tunetally.storage.OAuthStates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The table {@code oauth_state}, which holds hashes of used states. */
final class JdbcOAuthStates implements OAuthStates {
    private final Database database;
    private final Duration lifetime;
    private final Clock clock;

    JdbcOAuthStates(Database database, Duration lifetime, Clock clock) {
        this.database = database;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    @Override
    public boolean use(PlatformId platform, String state) {
        Instant expires = clock.instant().plus(lifetime);
        return database.call(handle -> handle.createUpdate(
                                "INSERT INTO oauth_state (platform, state_digest, expires_at) VALUES (:platform,"
                                        + " :digest, :expires) ON CONFLICT (platform, state_digest) DO NOTHING")
                        .bind("platform", platform.value())
                        .bind("digest", Digest.of(state))
                        .bind("expires", expires.toEpochMilli())
                        .execute())
                == 1;
    }
}
