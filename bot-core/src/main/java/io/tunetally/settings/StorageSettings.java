package io.tunetally.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The location and retention of stored data.
 *
 * @param url the JDBC URL; may contain a password. If empty: a file in the user's data folder
 * @param key the keys that encrypt secrets, separated by commas. If empty: a key file in the data folder
 * @param dataFolder the user's folder for the program's data; it need not exist
 */
public record StorageSettings(Optional<Secret> url, Optional<Secret> key, Path dataFolder, Retention retention) {
    static final Set<String> KEYS = Set.of(
            "storage.retention.deliveryMinutes",
            "storage.retention.actionKeyDays",
            "storage.retention.oauthStateMinutes",
            "storage.retention.deletionLogDays",
            "storage.retention.scenarioDays",
            "storage.retention.voteDays",
            "storage.retention.decisionDays",
            "storage.retention.quoteDays",
            "storage.retention.billDays",
            "storage.retention.watchDays",
            "storage.retention.ruleDays");

    /** Ten years; counted letters and quote numbers are kept as long, so that none is given twice. */
    private static final int MOST_DAYS = 3_650;

    /** The retention of each kind; a kind not named here stays until it is deleted. */
    public record Retention(
            Duration conversation,
            Duration delivery,
            Duration actionKey,
            Duration oauthState,
            Duration deletionLog,
            Discussion discussion) {}

    /** The retention of each kind of a team's records. */
    public record Discussion(
            Duration scenario,
            Duration vote,
            Duration decision,
            Duration quote,
            Duration bill,
            Duration watch,
            Duration rule) {}

    /**
     * Reads {@code TUNETALLY_DB}, {@code TUNETALLY_KEY} and the file.
     *
     * @throws SettingsException with all problems found
     */
    public static StorageSettings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        StorageSettings settings = from(reader);
        reader.check();
        return settings;
    }

    public static StorageSettings from(SettingsReader reader) {
        return new StorageSettings(
                reader.secret(Setting.TUNETALLY_DB, "jdbc:"),
                reader.secret(Setting.TUNETALLY_KEY),
                reader.dataFolder(),
                retention(reader));
    }

    static Retention retention(SettingsReader reader) {
        return new Retention(
                Duration.ofHours(reader.count("memory.retentionHours", Settings.MOST_HOURS)),
                Duration.ofMinutes(reader.count("storage.retention.deliveryMinutes", 43_200)),
                days(reader, "actionKeyDays"),
                Duration.ofMinutes(reader.count("storage.retention.oauthStateMinutes", 1_440)),
                days(reader, "deletionLogDays"),
                new Discussion(
                        days(reader, "scenarioDays"),
                        days(reader, "voteDays"),
                        days(reader, "decisionDays"),
                        days(reader, "quoteDays"),
                        days(reader, "billDays"),
                        days(reader, "watchDays"),
                        days(reader, "ruleDays")));
    }

    private static Duration days(SettingsReader reader, String key) {
        return Duration.ofDays(reader.count("storage.retention." + key, MOST_DAYS));
    }
}
