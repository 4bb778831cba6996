package io.tunetally.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings that every process needs to answer.
 *
 * @param editions price books in look-up order
 * @param editionsPlace where that order is written
 * @param defaults the job assumed for details that a message does not give
 * @param memory how long requests are remembered
 * @param retention how long each kind of data is kept
 * @param files the limits of training files in a chat
 * @param overlay the operator's folder, overlaid on the built-in configuration
 */
public record Settings(
        List<String> editions,
        Written editionsPlace,
        ReferenceJob defaults,
        Memory memory,
        StorageSettings.Retention retention,
        FileSettings files,
        Optional<Path> overlay) {
    /** The keys of {@code tunetally.yaml} that have no environment variable. */
    static final Set<String> KEYS = Set.of(
            "editions",
            "defaults.examples",
            "defaults.tokensPerExample",
            "defaults.epochs",
            "defaults.requestsPerDay",
            "defaults.inputTokens",
            "defaults.outputTokens",
            "defaults.months",
            "memory.retentionHours");

    /** The limit on values in a message also limits the defaults. */
    private static final long BILLION = 1_000_000_000L;

    /** Ten years. */
    static final long MOST_HOURS = 87_600;

    public Settings {
        editions = List.copyOf(editions);
    }

    /**
     * The position of a setting in a file.
     *
     * @param line counted from 1
     */
    public record Written(String file, int line) {}

    /**
     * The reference job. All values are above zero.
     *
     * @param inputTokens the user's part of one request
     * @param outputTokens the answer to one request
     * @param months the horizon of running cost
     */
    public record ReferenceJob(
            long examples,
            long tokensPerExample,
            long epochs,
            long requestsPerDay,
            long inputTokens,
            long outputTokens,
            long months) {}

    /**
     * The retention of the memory.
     *
     * @param retentionHours the hours after which a thread's last request is forgotten
     */
    public record Memory(long retentionHours) {}

    /**
     * Reads the settings, with the environment's {@code TUNETALLY_CONFIG} folder overlaid on the built-in file.
     *
     * @throws SettingsException with all problems found
     */
    public static Settings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        Settings settings = new Settings(
                reader.list("editions"),
                new Written(
                        reader.entry("editions").file(),
                        reader.entry("editions").line()),
                new ReferenceJob(
                        reader.count("defaults.examples", BILLION),
                        reader.count("defaults.tokensPerExample", BILLION),
                        reader.count("defaults.epochs", 100),
                        reader.count("defaults.requestsPerDay", 10 * BILLION),
                        reader.count("defaults.inputTokens", BILLION),
                        reader.count("defaults.outputTokens", BILLION),
                        reader.count("defaults.months", 120)),
                new Memory(reader.count("memory.retentionHours", MOST_HOURS)),
                StorageSettings.retention(reader),
                FileSettings.from(reader),
                reader.overlay());
        reader.check();
        return settings;
    }

    /** Returns the operator's {@code prices} folder: its {@code *.yaml} add to or replace the built-in price books. */
    public Optional<Path> overlayPrices() {
        return overlay.map(folder -> folder.resolve("prices"));
    }
}
