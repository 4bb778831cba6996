package io.tunetally.console.config;

import io.tunetally.answer.config.ConfiguredJob;
import io.tunetally.answer.config.ConfiguredJobs;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.console.terminal.ProgressBar;
import io.tunetally.dataset.DatasetReader;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.source.DatasetException;
import io.tunetally.dataset.source.SizeLimits;
import io.tunetally.dataset.token.TokenizerFamilies;
import io.tunetally.request.Slots;
import io.tunetally.runtime.Assembly;
import io.tunetally.settings.SettingsException;
import io.tunetally.settings.TextFile;
import io.tunetally.settings.TokenizerSettings;
import io.tunetally.trainingconfig.TrainingConfig;
import io.tunetally.trainingconfig.TrainingConfigException;
import io.tunetally.trainingconfig.TrainingConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Loads training configs from files, and counts the data that they name where it is a file, too. */
public final class ConfigLoader {
    /** The name that stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final List<String> YAML = List.of(".yml", ".yaml");

    private final CommandContext commandContext;
    private final TrainingConfigReader reader;
    private final TokenizerFamilies families;
    private final Slots assumed;
    private final Map<List<String>, Measurement> measured = new HashMap<>();

    public ConfigLoader(CommandContext commandContext, Assembly assembly) {
        this.commandContext = commandContext;
        reader = new TrainingConfigReader(assembly.interpreter());
        assumed = assembly.reference();
        families = TokenizerFamilies.with(TokenizerSettings.read(commandContext.environment()));
    }

    /** True if a file is a training config by its ending or content; false for training data. */
    public boolean isConfig(String file) {
        if (file.equals(STANDARD_INPUT) || YAML.stream().anyMatch(file::endsWith)) {
            return true;
        }
        try {
            Path path = Path.of(file);
            return Files.isRegularFile(path)
                    && Files.size(path) <= MOST_CHARACTERS
                    && reader.knows(file, TextFile.read(path));
        } catch (IOException | SettingsException _) {
            return false; // It is read as data then, which says what is wrong with it.
        }
    }

    /**
     * Returns the job of a config.
     *
     * @param file its path, or {@link #STANDARD_INPUT}
     * @param added values that go before those of the config
     * @throws TrainingConfigException naming what is wrong
     */
    public ConfiguredJob load(String file, Slots added) {
        Optional<Path> folder = file.equals(STANDARD_INPUT)
                ? Optional.empty()
                : Optional.ofNullable(Path.of(file).getParent());
        TrainingConfig config = reader.read(
                file.equals(STANDARD_INPUT) ? "standard input" : file,
                text(file),
                name -> path(name, folder).map(Path::toString).map(ConfigLoader::fileText));
        return new ConfiguredJobs(
                        families,
                        (name, tokenizer) -> path(name, folder).map(path -> measure(config.file(), path, tokenizer)),
                        assumed)
                .of(config, added);
    }

    private String text(String file) {
        return file.equals(STANDARD_INPUT) ? standardInput() : fileText(file);
    }

    private static String fileText(String file) {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new TrainingConfigException(file
                    + (Files.isDirectory(path) ? ": is a folder; name the file inside" : ": there is no such file"));
        }
        try {
            return TextFile.read(path);
        } catch (SettingsException unreadable) {
            throw new TrainingConfigException(String.valueOf(unreadable.getMessage()));
        }
    }

    private String standardInput() {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8192];
        try {
            for (int read = commandContext.in().read(buffer);
                    read >= 0;
                    read = commandContext.in().read(buffer)) {
                text.append(buffer, 0, read);
                if (text.length() > MOST_CHARACTERS) {
                    throw new TrainingConfigException(
                            "standard input: has more than 1 MiB, which is no training config");
                }
            }
        } catch (IOException unreadable) {
            throw new TrainingConfigException("standard input: cannot be read (" + unreadable + ")");
        }
        return text.toString();
    }

    /** Returns the file of a name: as the framework finds it, from the working folder; else beside the config. */
    private static Optional<Path> path(String name, Optional<Path> folder) {
        try {
            Path path = Path.of(name);
            return Stream.concat(Stream.of(path), folder.map(beside -> beside.resolve(name)).stream())
                    .filter(Files::isRegularFile)
                    .findFirst();
        } catch (InvalidPathException _) {
            return Optional.empty(); // The name of something else than a file.
        }
    }

    private Measurement measure(String config, Path file, String tokenizer) {
        return measured.computeIfAbsent(List.of(file.toString(), tokenizer), _ -> read(config, file, tokenizer));
    }

    private Measurement read(String config, Path file, String tokenizer) {
        DatasetReader dataset = new DatasetReader(
                List.of(families.tokenizer(families.named(tokenizer))),
                List.of(),
                SizeLimits.COMMAND_LINE,
                Runtime.getRuntime().availableProcessors());
        try {
            return dataset.read(file, ProgressBar.of(commandContext));
        } catch (DatasetException | IOException unreadable) {
            throw new TrainingConfigException(config + ": its data " + file + ": " + unreadable.getMessage());
        }
    }
}
