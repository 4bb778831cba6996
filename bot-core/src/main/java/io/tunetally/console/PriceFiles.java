package io.tunetally.console;

import io.tunetally.catalog.NamedYaml;
import io.tunetally.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The price files: those that are built in, the operator's over them, and those a command names. */
final class PriceFiles {
    private static final List<String> BUILT_IN = List.of("guide.yaml", "published.yaml");

    private PriceFiles() {}

    static List<NamedYaml> builtIn() {
        return NamedYaml.builtIn(BUILT_IN);
    }

    /** The files of the operator's own {@code prices} folder by name; none where there is no such folder. */
    static List<NamedYaml> overlay(Settings settings) {
        return settings.overlayPrices().map(PriceFiles::yamlIn).orElse(List.of());
    }

    private static List<NamedYaml> yamlIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .map(PriceFiles::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list the price files in " + folder, unreadable);
        }
    }

    private static NamedYaml read(Path file) {
        try {
            return new NamedYaml(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file + " as UTF-8 text (" + unreadable + ")", unreadable);
        }
    }

    /**
     * A file that was named on the command line.
     *
     * @throws CommandLine.ParameterException if there is no such file
     */
    static NamedYaml named(Path file, CommandLine command) {
        if (!Files.isRegularFile(file)) {
            throw new CommandLine.ParameterException(command, "there is no file " + file);
        }
        return read(file);
    }
}
