package io.tunetally.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The folder for a user's data, by the convention of each system. */
final class DataFolder {
    private DataFolder() {}

    /**
     * Returns {@code $XDG_DATA_HOME/tunetally} if that is set. Otherwise on Windows {@code %LOCALAPPDATA%\TuneTally},
     * on macOS {@code ~/Library/Application Support/TuneTally}, elsewhere {@code ~/.local/share/tunetally}.
     *
     * @param system the system's name, as in Java's {@code os.name}
     * @param home the user's home folder
     */
    static Path of(Map<String, String> environment, String system, Path home) {
        Optional<Path> chosen = given(environment, "XDG_DATA_HOME")
                .filter(Path::isAbsolute); // The convention says to ignore relative paths.
        if (chosen.isPresent()) {
            return chosen.get().resolve("tunetally");
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return given(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("TuneTally");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("TuneTally");
        }
        return home.resolve(".local").resolve("share").resolve("tunetally");
    }

    private static Optional<Path> given(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
