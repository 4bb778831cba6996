package io.tunetally.runtime;

import io.tunetally.settings.Secret;
import io.tunetally.settings.Setting;
import io.tunetally.settings.SettingsException;
import io.tunetally.settings.StorageSettings;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.jdbc.DatabaseUrl;
import io.tunetally.storage.jdbc.JdbcStorage;
import io.tunetally.storage.jdbc.Keys;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Opens the database that the settings name. */
public final class Stores {
    private Stores() {}

    /**
     * Opens the database; creates or migrates its tables.
     *
     * @throws SettingsException naming {@code TUNETALLY_DB} or {@code TUNETALLY_KEY} if it cannot be used
     */
    public static JdbcStorage open(Map<String, String> environment, Clock clock) {
        StorageSettings settings = StorageSettings.read(environment);
        return open(place(settings), settings, clock);
    }

    /**
     * Opens the database in order to serve messages.
     *
     * @throws SettingsException also if the key is not the one that secrets were encrypted with
     */
    static JdbcStorage openToServe(Map<String, String> environment, Clock clock) {
        JdbcStorage storage = open(environment, clock);
        try {
            storage.checkKey();
            return storage;
        } catch (StorageException unusable) {
            storage.close();
            throw new SettingsException(List.of(String.valueOf(unusable.getMessage())));
        }
    }

    /** Opens another database with the same keys and retention. */
    public static JdbcStorage open(DatabaseUrl databaseUrl, StorageSettings settings, Clock clock) {
        try {
            return JdbcStorage.open(databaseUrl, keys(settings), lifetimes(settings.retention()), clock);
        } catch (StorageException unusable) {
            throw refusal(Setting.TUNETALLY_DB, databaseUrl.shown() + ": " + unusable.getMessage());
        }
    }

    static Lifetimes lifetimes(StorageSettings.Retention retention) {
        StorageSettings.Discussion discussion = retention.discussion();
        return new Lifetimes(
                retention.conversation(),
                retention.delivery(),
                retention.actionKey(),
                retention.oauthState(),
                retention.deletionLog(),
                new Lifetimes.OfDiscussion(
                        discussion.scenario(),
                        discussion.vote(),
                        discussion.decision(),
                        discussion.quote(),
                        discussion.bill(),
                        discussion.watch(),
                        discussion.rule()));
    }

    public static DatabaseUrl place(StorageSettings settings) {
        return settings.url().map(url -> place(url.reveal())).orElseGet(() -> DatabaseUrl.in(settings.dataFolder()));
    }

    public static DatabaseUrl place(String url) {
        try {
            return DatabaseUrl.of(url);
        } catch (StorageException malformed) {
            throw refusal(Setting.TUNETALLY_DB, String.valueOf(malformed.getMessage()));
        }
    }

    private static Keys keys(StorageSettings settings) {
        try {
            return settings.key()
                    .map(Secret::reveal)
                    .<Keys>map(Keys.Given::new)
                    .orElseGet(() -> new Keys.InFile(settings.dataFolder().resolve("key")));
        } catch (StorageException malformed) {
            throw refusal(Setting.TUNETALLY_KEY, String.valueOf(malformed.getMessage()));
        }
    }

    private static SettingsException refusal(Setting setting, String why) {
        return new SettingsException(
                List.of(setting + ": " + why + ". It is " + setting.what() + ": " + setting.where()));
    }
}
