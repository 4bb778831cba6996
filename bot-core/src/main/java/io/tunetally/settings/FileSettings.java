package io.tunetally.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The limits of training files that people send in a chat.
 *
 * @param most the largest file in bytes
 * @param within the longest time for receiving and measuring one
 * @param tokenizers the operator's {@code tokenizer.json} files by family
 */
public record FileSettings(long most, Duration within, Map<String, Path> tokenizers) {
    private static final int USUAL_MEGABYTES = 25;
    private static final int USUAL_SECONDS = 60;
    private static final int MOST_MEGABYTES = 1_000;
    private static final int MOST_SECONDS = 600;
    private static final long MEGABYTE = 1_000_000;

    public FileSettings {
        tokenizers = Map.copyOf(tokenizers);
    }

    public static FileSettings from(SettingsReader reader) {
        int megabytes = reader.parsed(
                        Setting.TUNETALLY_FILE_MEGABYTES,
                        value -> number(value, MOST_MEGABYTES),
                        "is not a number from 1 to " + MOST_MEGABYTES)
                .orElse(USUAL_MEGABYTES);
        int seconds = reader.parsed(
                        Setting.TUNETALLY_FILE_SECONDS,
                        value -> number(value, MOST_SECONDS),
                        "is not a number from 1 to " + MOST_SECONDS)
                .orElse(USUAL_SECONDS);
        return new FileSettings(megabytes * MEGABYTE, Duration.ofSeconds(seconds), TokenizerSettings.from(reader));
    }

    private static Optional<Integer> number(String value, int most) {
        OptionalInt number = SettingsReader.asNumber(value);
        return number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= most
                ? Optional.of(number.getAsInt())
                : Optional.empty();
    }
}
