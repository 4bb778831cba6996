package io.tunetally.runtime;

import io.tunetally.catalog.Catalog;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.settings.Settings;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The settings and data behind every answer, independent of user and memory. It is immutable, so that several bots may
 * share it.
 *
 * @param catalog all price data
 */
public record Knowledge(Settings settings, Catalog catalog, Interpreter interpreter) {
    /**
     * Reads everything from the environment.
     *
     * @throws io.tunetally.settings.SettingsException if a setting is invalid
     * @throws io.tunetally.catalog.yaml.CatalogException if a price file is invalid
     */
    public static Knowledge read(Map<String, String> environment, Clock clock) {
        Settings settings = Settings.read(environment);
        return of(settings, () -> Assembly.loadCatalog(settings, clock));
    }

    /** Begins to read what every answer needs before the settings are read; its faults are reported when it is used. */
    public static void begin() {
        CompletableFuture<Void> _ = CompletableFuture.runAsync(Interpreter::prepare);
    }

    /** Reads the lexicon beside the price books; what is not read yet when the interpreter needs it is waited for part by part. */
    static Knowledge of(Settings settings, Supplier<Catalog> catalog) {
        begin();
        return of(settings, catalog.get());
    }

    static Knowledge of(Settings settings, Catalog catalog) {
        return new Knowledge(settings, catalog, ShippedKnowledge.interpreter(catalog));
    }
}
