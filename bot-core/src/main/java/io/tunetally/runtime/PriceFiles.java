package io.tunetally.runtime;

import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.settings.Settings;
import io.tunetally.settings.SettingsException;
import io.tunetally.settings.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The price files: built-in, the operator's overlay, and those named on the command line. */
public final class PriceFiles {
    private static final List<String> BUILT_IN = List.of("guide.yaml", "published/");

    private PriceFiles() {}

    public static List<NamedYaml> builtIn() {
        return NamedYaml.builtIn(BUILT_IN);
    }

    /** Returns the files of the operator's {@code prices} folder and its subfolders by name; empty if there is no such folder. */
    public static List<NamedYaml> overlay(Settings settings) {
        return settings.overlayPrices().map(PriceFiles::yamlIn).orElse(List.of());
    }

    private static List<NamedYaml> yamlIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walked = Files.walk(folder)) {
            List<Path> files = walked.filter(Files::isRegularFile).sorted().toList();
            List<String> misnamed = files.stream()
                    .map(TextFile::misnamed)
                    .flatMap(Optional::stream)
                    .toList();
            if (!misnamed.isEmpty()) {
                throw new SettingsException(misnamed);
            }
            return files.stream()
                    .filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .map(file -> new NamedYaml(file.toString(), TextFile.read(file)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list the price files in " + folder, unreadable);
        }
    }

    /**
     * Reads a price file named on the command line.
     *
     * @throws CommandLine.ParameterException if there is no such file
     */
    public static NamedYaml named(Path file, CommandLine command) {
        if (!Files.isRegularFile(file)) {
            throw new CommandLine.ParameterException(command, "there is no file " + file);
        }
        return new NamedYaml(file.toString(), TextFile.read(file));
    }
}
