package io.tunetally.storage.jdbc;

import io.tunetally.chat.PlatformId;
import io.tunetally.storage.OAuthStates;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The table {@code oauth_state}; it holds hashes, so that who reads it has no state to use. */
final class JdbcOAuthStates implements OAuthStates {
    private static final int STATE_BYTES = 32;

    private final Database database;
    private final Duration lifetime;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    JdbcOAuthStates(Database database, Duration lifetime, Clock clock) {
        this.database = database;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    @Override
    public String issue(PlatformId platform) {
        byte[] bytes = new byte[STATE_BYTES];
        random.nextBytes(bytes);
        String state = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = clock.instant().plus(lifetime);
        database.call(handle -> handle.createUpdate(
                        "INSERT INTO oauth_state (platform, state_digest, expires_at) VALUES (:platform, :digest, :expires)")
                .bind("platform", platform.value())
                .bind("digest", Digest.of(state))
                .bind("expires", expires.toEpochMilli())
                .execute());
        return state;
    }

    @Override
    public boolean consume(PlatformId platform, String state) {
        return database.call(handle -> handle.createUpdate(
                                "DELETE FROM oauth_state WHERE platform = :platform AND state_digest = :digest AND expires_at > :now")
                        .bind("platform", platform.value())
                        .bind("digest", Digest.of(state))
                        .bind("now", clock.millis())
                        .execute())
                == 1;
    }
}
