package io.tunetally.storage.jdbc;

import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Archive;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.Installations;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.OAuthStates;
import io.tunetally.storage.RecentRequests;
import io.tunetally.storage.Retention;
import io.tunetally.storage.Storage;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamDefaults;
import io.tunetally.storage.TeamRecords;
import io.tunetally.storage.ThreadMemory;
import io.tunetally.storage.jdbc.file.FileLocks;
import io.tunetally.storage.jdbc.file.NativeLibrary;
import io.tunetally.storage.jdbc.file.OwnFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** An open database. */
public final class JdbcStorage implements Storage {
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

    private final Database database;
    private final SecretCipher secretCipher;
    private final JdbcThreadMemory threadMemory;
    private final JdbcTeamDefaults teamDefaults;
    private final JdbcTeamRecords teamRecords;
    private final JdbcDeliveries deliveries;
    private final JdbcActionKeys actionKeys;
    private final JdbcInstallations installations;
    private final JdbcOAuthStates oauthStates;
    private final JdbcDeletion deletion;
    private final JdbcArchive archive;
    private final Janitor janitor;

    private JdbcStorage(Database database, Keys keys, Lifetimes lifetimes, Clock clock) {
        this.database = database;
        this.secretCipher = new SecretCipher(keys, () -> JdbcInstallations.isAny(database));
        this.threadMemory = new JdbcThreadMemory(database, lifetimes.conversation(), clock);
        this.teamDefaults = new JdbcTeamDefaults(database, clock);
        this.teamRecords = new JdbcTeamRecords(statements(database), clock);
        this.deliveries = new JdbcDeliveries(database, lifetimes.delivery(), clock);
        this.actionKeys = new JdbcActionKeys(database, lifetimes.actionKey(), clock);
        this.installations = new JdbcInstallations(database, secretCipher, clock);
        this.oauthStates = new JdbcOAuthStates(database, lifetimes.oauthState(), clock);
        this.deletion = new JdbcDeletion(database, teamDefaults, lifetimes.deletion(), clock);
        this.archive = new JdbcArchive(database, secretCipher, clock);
        this.janitor = new Janitor(database, clock);
    }

    /**
     * Connects, and creates or migrates the tables.
     *
     * @throws StorageException if the database cannot be used: unreachable, access denied, read-only, full, locked, or
     *     from a newer version of the program
     */
    public static JdbcStorage open(DatabaseUrl databaseUrl, Keys keys, Lifetimes lifetimes, Clock clock) {
        return switch (databaseUrl) {
            case DatabaseUrl.SqliteFile file -> openFile(file, keys, lifetimes, clock);
            case DatabaseUrl.PostgresServer server -> openPrepared(server, keys, lifetimes, clock);
        };
    }

    /** Of several processes that open the same file at once, one creates the tables. */
    private static JdbcStorage openFile(
            DatabaseUrl.SqliteFile databaseUrl, Keys keys, Lifetimes lifetimes, Clock clock) {
        try {
            if (databaseUrl.ownFolder()) {
                OwnFiles.makeFolder(OwnFiles.folderOf(databaseUrl.file()));
            }
            try (FileLocks.Held _ = FileLocks.take(databaseUrl.file())) {
                OwnFiles.makeFile(databaseUrl.file());
                NativeLibrary.keepIn(OwnFiles.folderOf(databaseUrl.file()));
                return openPrepared(databaseUrl, keys, lifetimes, clock);
            }
        } catch (IOException unusable) {
            throw new StorageException("the file " + databaseUrl.shown() + " cannot be used: " + unusable, unusable);
        }
    }

    private static JdbcStorage openPrepared(DatabaseUrl databaseUrl, Keys keys, Lifetimes lifetimes, Clock clock) {
        Database database = Database.connect(databaseUrl);
        try {
            new Schema(database).prepare();
            new WriteCheck(database).check();
            return new JdbcStorage(database, keys, lifetimes, clock);
        } catch (StorageException unusable) {
            database.close();
            throw unusable;
        }
    }

    /**
     * Checks, before messages are taken, that the key is the one that secrets were encrypted with.
     *
     * @throws StorageException if no stored secret can be decrypted, or others can read the key file; the message names
     *     {@code TUNETALLY_KEY} and says what to do
     */
    public void checkKey() {
        installations.checkAny();
    }

    /** Sweeps expired rows in the background until the storage is closed. */
    public JdbcStorage sweeping() {
        janitor.start(SWEEP_EVERY);
        return this;
    }

    /** PostgreSQL has many writers and gathers their commits itself. */
    private static Statements statements(Database database) {
        return switch (database.place()) {
            case DatabaseUrl.SqliteFile _ -> new GroupCommit(database);
            case DatabaseUrl.PostgresServer _ -> database;
        };
    }

    @Override
    public ThreadMemory threadMemory() {
        return threadMemory;
    }

    @Override
    public RecentRequests recentRequests() {
        return threadMemory;
    }

    @Override
    public TeamDefaults teamDefaults() {
        return teamDefaults;
    }

    @Override
    public TeamRecords teamRecords() {
        return teamRecords;
    }

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }

    @Override
    public ActionKeys actionKeys() {
        return actionKeys;
    }

    @Override
    public Installations installations() {
        return installations;
    }

    @Override
    public OAuthStates oauthStates() {
        return oauthStates;
    }

    @Override
    public Deletion deletion() {
        return deletion;
    }

    @Override
    public Retention retention() {
        return janitor;
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public Health health() {
        return new Health(
                database.engine(),
                database.place().shown(),
                String.valueOf(new Schema(database).version()),
                database.sizeBytes(),
                trouble());
    }

    private String trouble() {
        try {
            new WriteCheck(database).check();
            installations.checkAll();
            return "";
        } catch (StorageException trouble) {
            return String.valueOf(trouble.getMessage());
        }
    }

    @Override
    public String damage() {
        return new DatabaseMaintenance(database).damage();
    }

    @Override
    public void compact() {
        new DatabaseMaintenance(database).compact();
    }

    @Override
    public long rotateKey() {
        return switch (secretCipher.keys()) {
            case Keys.Given _ -> installations.sealAnew();
            case Keys.InFile file -> {
                installations.checkAll();
                file.add();
                long sealed = installations.sealAnew();
                file.dropOld();
                yield sealed;
            }
        };
    }

    @Override
    public void close() {
        janitor.close();
        database.close();
    }
}
