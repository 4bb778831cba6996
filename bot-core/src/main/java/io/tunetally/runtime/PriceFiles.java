package io.tunetally.runtime;

import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.settings.Settings;
import io.tunetally.settings.SettingsException;
import io.tunetally.settings.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The price files: built-in, the operator's overlay, and those named on the command line. */
public final class PriceFiles {
    private static final List<String> BUILT_IN = List.of("guide.yaml", "published/");
    private static final String YAML = ".yaml";

    private PriceFiles() {}

    public static List<NamedYaml> builtIn() {
        return NamedYaml.builtIn(BUILT_IN);
    }

    /** Returns the files of the operator's {@code prices} folder and its subfolders by name; empty if there is no such folder. */
    public static List<NamedYaml> overlay(Settings settings) {
        return settings.overlayPrices()
                .filter(Files::isDirectory)
                .map(PriceFiles::below)
                .orElse(List.of());
    }

    /** Returns the files of a folder and its folders by name, e.g. the price books of another checkout. */
    public static List<NamedYaml> below(Path folder) {
        try (Stream<Path> listed = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files =
                    listed.filter(file -> !file.equals(folder)).sorted().toList();
            List<String> misnamed = files.stream()
                    .map(TextFile::misnamed)
                    .flatMap(Optional::stream)
                    .toList();
            if (!misnamed.isEmpty()) {
                throw new SettingsException(misnamed);
            }
            return files.stream()
                    .filter(file -> file.getFileName().toString().endsWith(YAML))
                    .map(file -> new NamedYaml(file.toString(), TextFile.read(file)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list the price files in " + folder, unreadable);
        }
    }
    /**
     * Returns the name of the file to edit for a provider's prices in an edition: a built-in one, or else the
     * operator's.
     */
    public static String fileOf(String edition, String provider) {
        String ofEdition = edition + YAML;
        String folder = edition + "/";
        if (BUILT_IN.contains(ofEdition)) {
            return NamedYaml.BUILT_IN_FOLDER + ofEdition;
        }
        return BUILT_IN.stream().anyMatch(name -> name.startsWith(folder))
                ? NamedYaml.BUILT_IN_FOLDER + folder + provider + YAML
                : "prices/" + ofEdition + " in your TUNETALLY_CONFIG folder";
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
