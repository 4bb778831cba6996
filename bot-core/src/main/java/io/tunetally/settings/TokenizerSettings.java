package io.tunetally.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The operator's own {@code tokenizer.json} files, by family of models. */
public final class TokenizerSettings {
    private static final String PREFIX = "tokenizers.";

    /** The families whose tokenizers do not ship with the program. */
    public static final List<String> FAMILIES = List.of("llama-3", "llama-4", "mistral", "qwen3-5", "kimi", "nemotron");

    static final Set<String> KEYS = FAMILIES.stream().map(PREFIX::concat).collect(Collectors.toUnmodifiableSet());

    private TokenizerSettings() {}

    /**
     * Reads the files that are named.
     *
     * @throws SettingsException with all problems found
     */
    public static Map<String, Path> read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        Map<String, Path> files = from(reader);
        reader.check();
        return files;
    }

    static Map<String, Path> from(SettingsReader reader) {
        Map<String, Path> files = new HashMap<>();
        FAMILIES.forEach(family -> reader.file(PREFIX + family).ifPresent(file -> files.put(family, file)));
        return Map.copyOf(files);
    }
}
