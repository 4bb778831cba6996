package io.tunetally.settings;

import java.util.Map;
import java.util.Optional;

/**
 * Where things are stored.
 *
 * @param url the JDBC URL; it may hold a password. None: a file in the user's data folder
 * @param key what encrypts stored secrets. None: a key file beside the embedded database
 */
public record StorageSettings(Optional<Secret> url, Optional<Secret> key) {
    /**
     * Reads {@code TUNETALLY_DB} and {@code TUNETALLY_KEY}.
     *
     * @throws SettingsException with all that is wrong
     */
    public static StorageSettings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        StorageSettings settings = from(reader);
        reader.check();
        return settings;
    }

    static StorageSettings from(SettingsReader reader) {
        return new StorageSettings(reader.secret(Setting.TUNETALLY_DB, "jdbc:"), reader.secret(Setting.TUNETALLY_KEY));
    }
}
