package io.tunetally.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where things are stored and for how long.
 *
 * @param url the JDBC URL; it may hold a password. None: a file in the user's data folder
 * @param key what encrypts stored secrets, several with commas between them. None: a key file in the data folder
 * @param dataFolder the user's folder for the program's data; it need not exist
 */
public record StorageSettings(Optional<Secret> url, Optional<Secret> key, Path dataFolder, Retention retention) {
    static final Set<String> KEYS = Set.of(
            "storage.retention.deliveryMinutes",
            "storage.retention.actionKeyDays",
            "storage.retention.oauthStateMinutes",
            "storage.retention.deletionLogDays");

    /** For how long each kind is kept; what is not named here stays until it is deleted. */
    public record Retention(
            Duration conversation, Duration delivery, Duration actionKey, Duration oauthState, Duration deletionLog) {}

    /**
     * Reads {@code TUNETALLY_DB}, {@code TUNETALLY_KEY} and the file.
     *
     * @throws SettingsException with all that is wrong
     */
    public static StorageSettings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        StorageSettings settings = from(reader);
        reader.check();
        return settings;
    }

    public static StorageSettings from(SettingsReader reader) {
        Retention retention = new Retention(
                Duration.ofHours(reader.count("memory.retentionHours", Settings.MOST_HOURS)),
                Duration.ofMinutes(reader.count("storage.retention.deliveryMinutes", 43_200)),
                Duration.ofDays(reader.count("storage.retention.actionKeyDays", 3_650)),
                Duration.ofMinutes(reader.count("storage.retention.oauthStateMinutes", 1_440)),
                Duration.ofDays(reader.count("storage.retention.deletionLogDays", 3_650)));
        return new StorageSettings(
                reader.secret(Setting.TUNETALLY_DB, "jdbc:"),
                reader.secret(Setting.TUNETALLY_KEY),
                reader.dataFolder(),
                retention);
    }
}
