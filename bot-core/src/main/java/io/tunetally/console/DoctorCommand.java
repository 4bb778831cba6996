package io.tunetally.console;

import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.console.data.DataCommand;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.interpreter.lexicon.LexiconException;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.Platform;
import io.tunetally.runtime.Stores;
import io.tunetally.settings.SettingsException;
import io.tunetally.settings.StorageSettings;
import io.tunetally.storage.Storage;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.jdbc.DatabaseUrl;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Checks what the program needs, one line per check. */
@CommandLine.Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks Java, configuration, price books, database, and the missing settings of each adapter.")
final class DoctorCommand implements Callable<Integer> {
    private final CommandContext commandContext;
    private final List<Platform> platforms;

    DoctorCommand(CommandContext commandContext, List<Platform> platforms) {
        this.commandContext = commandContext;
        this.platforms = List.copyOf(platforms);
    }

    @Override
    public Integer call() {
        say("ok", "Java", Runtime.version().toString());
        boolean configured = checkConfiguration();
        boolean stored = checkStorage();
        for (Platform platform : platforms) {
            List<String> missing = platform.missingSettings(commandContext.environment());
            if (missing.isEmpty()) {
                say("ok", platform.name(), "all settings are there");
            }
            missing.forEach(setting -> say("--", platform.name(), setting));
        }
        commandContext.out().flush();
        return configured && stored ? ExitCode.OK : ExitCode.BAD_CONFIGURATION;
    }

    private boolean checkConfiguration() {
        try {
            Assembly assembly = Assembly.of(commandContext.environment(), commandContext.clock(), null, null);
            say(
                    "ok",
                    "Configuration",
                    assembly.settings()
                            .overlay()
                            .map(folder -> "built in, with " + folder + " over it")
                            .orElse("built in; TUNETALLY_CONFIG names a folder to lay over it"));
            for (PriceBook book : assembly.catalog().books()) {
                say("ok", "Prices", book.edition() + ": " + book.rates().size() + " prices");
            }
            say(
                    "ok",
                    "Models",
                    assembly.catalog().models().size() + " models, "
                            + assembly.catalog().providers().stream()
                                    .map(provider -> provider.id().value())
                                    .collect(Collectors.joining(", ")));
            return true;
        } catch (SettingsException | CatalogException | LexiconException | UncheckedIOException problem) {
            say("!!", "Configuration", String.valueOf(problem.getMessage()));
            return false;
        }
    }

    private boolean checkStorage() {
        try {
            if (Stores.place(StorageSettings.read(commandContext.environment())) instanceof DatabaseUrl.SqliteFile place
                    && Files.notExists(place.file())) {
                say("ok", "Data", "nothing stored yet; " + place.shown() + " is made when it is needed");
                return true;
            }
            try (Storage storage = Stores.open(commandContext.environment(), commandContext.clock())) {
                return checkStorage(storage.health(), storage.damage());
            }
        } catch (SettingsException | StorageException problem) {
            say("!!", "Data", String.valueOf(problem.getMessage()));
            return false;
        }
    }

    private boolean checkStorage(Storage.Health health, String damage) {
        String state = health.engine() + ", " + health.place() + ", schema " + health.schema() + ", "
                + DataCommand.size(health.sizeBytes());
        if (!damage.isEmpty()) {
            say(
                    "!!",
                    "Data",
                    state + ", is damaged: " + damage + ". Put a copy of it back, or save what can still be read with"
                            + " './tunetally data export --with-secrets', move the file away and import that");
            return false;
        }
        if (health.trouble().isEmpty()) {
            say("ok", "Data", state + ", can be written, undamaged");
            return true;
        }
        say("!!", "Data", state + ": " + health.trouble());
        return false;
    }

    private void say(String verdict, String what, String text) {
        commandContext.out().println(verdict + "  " + what + ": " + text);
    }
}
