package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.console.prices.PriceNames;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.PriceFiles;
import io.tunetally.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** The price books that a word on the command line names: an edition, a price file, or a folder of price files. */
final class NamedBooks {
    private final CommandContext commandContext;
    private final CommandLine command;
    private final Settings settings;

    NamedBooks(CommandContext commandContext, CommandLine command) {
        this.commandContext = commandContext;
        this.command = command;
        this.settings = Settings.read(commandContext.environment());
    }

    Settings settings() {
        return settings;
    }

    /**
     * Returns the configured books with an edition looked up first or with a file laid over them, or only the books of
     * a folder.
     *
     * @throws CommandLine.ParameterException if it names none of these
     * @throws io.tunetally.catalog.yaml.CatalogException if a price file is invalid
     */
    Catalog catalog(String word) {
        Path path = Path.of(word);
        if (Files.isDirectory(path)) {
            return ofFolder(path);
        }
        if (Files.exists(path) || path.getNameCount() > 1 || path.isAbsolute()) {
            return laidOver(path);
        }
        Catalog configured = Assembly.loadCatalog(settings, commandContext.clock());
        return configured.preferring(new PriceNames(configured, command).edition(word));
    }

    private Catalog laidOver(Path file) {
        return Assembly.loadCatalog(settings, commandContext.clock(), List.of(PriceFiles.named(file, command)));
    }

    private Catalog ofFolder(Path folder) {
        List<NamedYaml> files = PriceFiles.below(folder);
        if (files.isEmpty()) {
            throw new CommandLine.ParameterException(
                    command, folder + " has no price files; name a folder such as config/prices");
        }
        Catalog catalog = new CatalogLoader(commandContext.clock()).load(files, List.of());
        // The configured order, as far as the folder has its editions.
        for (String edition : settings.editions().reversed()) {
            catalog = catalog.preferring(edition);
        }
        return catalog;
    }
}
