package io.tunetally.console.prices;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.PriceFiles;
import io.tunetally.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Reads price files and prints all faults in them. */
@CommandLine.Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks price files before they are used.",
            "Without files: the price books as configured. With files: these, overriding the built-in ones."
        },
        footer = {
            "",
            "Prints a line for each price book, or every fault as file:line: key: fault.",
            "The format of price files is described at the top of config/prices/guide.yaml.",
            "",
            "Exit code: 0 no faults, 64 no such file, 78 faults."
        })
final class PriceCheckCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Parameters(arity = "0..*", paramLabel = "FILE", description = "price files (YAML)")
    private List<Path> files = new ArrayList<>();

    PriceCheckCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        try {
            Catalog catalog = files.isEmpty() ? configured() : laidOver();
            Assembly.checkNames(catalog);
            catalog.books().forEach(book -> commandContext.out().println(line(book, catalog)));
            commandContext.out().flush();
            return ExitCode.OK;
        } catch (CatalogException broken) {
            broken.faults().forEach(fault -> commandContext.err().println(fault));
            return ExitCode.BAD_CONFIGURATION;
        }
    }

    private Catalog configured() {
        return Assembly.loadCatalog(Settings.read(commandContext.environment()), commandContext.clock());
    }

    private Catalog laidOver() {
        List<NamedYaml> overlay = files.stream()
                .map(file -> PriceFiles.named(file, spec.commandLine()))
                .toList();
        return new CatalogLoader(commandContext.clock()).load(PriceFiles.builtIn(), overlay);
    }

    private static String line(PriceBook book, Catalog catalog) {
        long dates = catalog.lifecycle().stream()
                .filter(event -> event.provenance().edition().equals(book.edition()))
                .count();
        return "ok  " + book.edition() + ": " + book.rates().size() + " prices, "
                + book.rules().size() + " rules" + (dates == 0 ? "" : ", " + dates + " dates")
                + (book.imported() ? ", imported" : "") + " - " + book.title();
    }
}
