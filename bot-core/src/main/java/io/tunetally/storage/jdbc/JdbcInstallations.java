package io.tunetally.storage.jdbc;

import io.tunetally.chat.PlatformId;
import io.tunetally.storage.Installations;
import io.tunetally.storage.StorageException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table {@code installation}. */
final class JdbcInstallations implements Installations {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcInstallations.class);
    private static final String COLUMNS = "platform, enterprise, team, member, sealed, saved_at";
    private static final String SAVE = """
            INSERT INTO installation (platform, enterprise, team, member, sealed, saved_at)
            VALUES (:platform, :enterprise, :team, :member, :sealed, :now)
            ON CONFLICT (platform, enterprise, team, member) DO UPDATE SET
              sealed = excluded.sealed, saved_at = excluded.saved_at
            """;

    private final Database database;
    private final SecretCipher secretCipher;
    private final Clock clock;

    /** A row as it is stored. */
    record Sealed(Id id, String sealed, Instant savedAt) {}

    JdbcInstallations(Database database, SecretCipher secretCipher, Clock clock) {
        this.database = database;
        this.secretCipher = secretCipher;
        this.clock = clock;
    }

    @Override
    public void save(Id id, String secret) {
        String sealed = secretCipher.seal(secret, row(id));
        database.call(handle -> handle.createUpdate(SAVE)
                .bindMap(columns(id))
                .bind("sealed", sealed)
                .bind("now", clock.millis())
                .execute());
    }

    @Override
    public Optional<Found> find(Id id) {
        Optional<Sealed> found = database.call(handle ->
                one(handle, id, """
                        enterprise = :enterprise AND (team = :team OR (team = '' AND enterprise <> ''))
                        ORDER BY team DESC
                        """).or(() -> one(handle, id, "team = :team AND team <> '' ORDER BY saved_at DESC")));
        return found.map(it -> new Found(it.id(), secretCipher.open(it.sealed(), row(it.id())), it.savedAt()));
    }

    private static Optional<Sealed> one(Handle handle, Id id, String which) {
        return handle.createQuery("SELECT " + COLUMNS
                        + " FROM installation WHERE platform = :platform AND member = :member AND " + which
                        + " LIMIT 1")
                .bindMap(columns(id))
                .map((row, _) -> sealed(row))
                .findOne();
    }

    @Override
    public List<Id> all(PlatformId platform) {
        return database.call(handle -> handle.createQuery("SELECT " + COLUMNS
                        + " FROM installation WHERE platform = :platform ORDER BY enterprise, team, member")
                .bind("platform", platform.value())
                .map((row, _) -> sealed(row).id())
                .list());
    }

    @Override
    public void serves(PlatformId platform, String enterprise, String team) {
        database.call(handle -> handle.createUpdate("""
                        INSERT INTO organisation_team (platform, enterprise, team, served_at)
                        VALUES (:platform, :enterprise, :team, :now)
                        ON CONFLICT (platform, enterprise, team) DO UPDATE SET served_at = excluded.served_at
                        """)
                .bind("platform", platform.value())
                .bind("enterprise", enterprise)
                .bind("team", team)
                .bind("now", clock.millis())
                .execute());
    }

    @Override
    public boolean delete(Id id) {
        return database.call(
                        handle -> handle.createUpdate("""
                        DELETE FROM installation WHERE platform = :platform AND enterprise = :enterprise
                          AND team = :team AND member = :member
                        """).bindMap(columns(id)).execute())
                == 1;
    }

    @Override
    public int deleteAll(PlatformId platform, String enterprise, String team, Instant savedBefore) {
        return database.call(handle -> handle.createUpdate("""
                        DELETE FROM installation WHERE platform = :platform AND enterprise = :enterprise
                          AND team = :team AND saved_at < :before
                        """)
                .bind("platform", platform.value())
                .bind("enterprise", enterprise)
                .bind("team", team)
                .bind("before", savedBefore.toEpochMilli())
                .execute());
    }

    /** Re-encrypts every secret in one transaction. */
    long sealAnew() {
        return database.inTransaction(handle -> {
            List<Sealed> all = everything(handle);
            all.forEach(one -> replace(handle, one));
            return (long) all.size();
        });
    }

    /** True if any encrypted value is stored. */
    static boolean isAny(Database database) {
        return database.plainly(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT 1 FROM installation LIMIT 1")) {
                return found.next();
            }
        });
    }

    /**
     * Decrypts every secret to check it.
     *
     * @throws StorageException if one cannot be decrypted
     */
    void checkAll() {
        long unreadable = database.call(handle -> unreadable(handle).size());
        if (unreadable > 0) {
            throw secretCipher.unreadable(
                    unreadable + " stored secrets cannot be decrypted with the current key", null);
        }
    }

    /**
     * Checks the secrets before messages are taken. If only some can be decrypted, only their workspaces can be served,
     * and a log line names the problem with the others.
     *
     * @throws StorageException if none can be decrypted
     */
    void checkAny() {
        secretCipher.keys().read(); // A key file that others can read is rejected even before anything is encrypted.
        if (!isAny(database)) {
            return;
        }
        try {
            checkAll();
        } catch (StorageException unreadable) {
            long all = database.call(handle -> (long) everything(handle).size());
            if (all == database.call(handle -> (long) unreadable(handle).size())) {
                throw unreadable;
            }
            LOG.warn("not all of {} installations can be used: {}", all, unreadable.getMessage());
        }
    }

    @Override
    public int deleteUnreadable() {
        return database.inTransaction(handle -> unreadable(handle).stream()
                .mapToInt(one -> handle.createUpdate("""
                        DELETE FROM installation WHERE platform = :platform
                          AND enterprise = :enterprise AND team = :team AND member = :member AND sealed = :old
                        """)
                        .bindMap(columns(one.id()))
                        .bind("old", one.sealed())
                        .execute())
                .sum());
    }

    private List<Sealed> unreadable(Handle handle) {
        BiPredicate<String, String> opener = secretCipher.opener();
        return everything(handle).stream()
                .filter(one -> !opener.test(one.sealed(), row(one.id())))
                .toList();
    }

    private static List<Sealed> everything(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM installation")
                .map((row, _) -> sealed(row))
                .list();
    }

    // Only the row as it was read: one reinstalled in between is already encrypted with the new key.
    private void replace(Handle handle, Sealed old) {
        handle.createUpdate("""
                        UPDATE installation SET sealed = :sealed WHERE platform = :platform
                          AND enterprise = :enterprise AND team = :team AND member = :member AND sealed = :old
                        """)
                .bindMap(columns(old.id()))
                .bind("old", old.sealed())
                .bind("sealed", secretCipher.seal(secretCipher.open(old.sealed(), row(old.id())), row(old.id())))
                .execute();
    }

    /** Returns the row id that a secret is bound to. */
    static String row(Id id) {
        return String.join("\0", "installation", id.platform().value(), id.enterprise(), id.team(), id.user());
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        Id id = new Id(
                new PlatformId(row.getString("platform")),
                row.getString("enterprise"),
                row.getString("team"),
                row.getString("member"));
        return new Sealed(id, row.getString("sealed"), Instant.ofEpochMilli(row.getLong("saved_at")));
    }

    private static Map<String, String> columns(Id id) {
        return Map.of(
                "platform", id.platform().value(),
                "enterprise", id.enterprise(),
                "team", id.team(),
                "member", id.user());
    }
}
