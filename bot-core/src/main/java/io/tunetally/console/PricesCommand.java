package io.tunetally.console;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.PriceBook;
import io.tunetally.settings.Settings;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The price books. */
@CommandLine.Command(
        name = "prices",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists and checks the price books.")
final class PricesCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    PricesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(surroundings.err());
        }
        return ExitCode.USAGE;
    }

    @CommandLine.Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Reads every price file and names what is wrong with file, line and key (exit 78).")
    int check() {
        Catalog catalog = catalog();
        for (PriceBook book : catalog.books()) {
            surroundings
                    .out()
                    .println("ok  " + book.edition() + ": " + book.rates().size() + " prices, "
                            + book.rules().size() + " rules - " + book.title());
        }
        surroundings.out().flush();
        return ExitCode.OK;
    }

    @CommandLine.Command(name = "list", mixinStandardHelpOptions = true, description = "Lists every price.")
    int list() {
        surroundings.out().print(PriceTable.of(catalog()));
        surroundings.out().flush();
        return ExitCode.OK;
    }

    private Catalog catalog() {
        return Assembly.loadCatalog(Settings.read(surroundings.environment()), surroundings.clock());
    }
}
