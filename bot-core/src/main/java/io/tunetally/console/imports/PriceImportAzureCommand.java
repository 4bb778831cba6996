package io.tunetally.console.imports;

import io.tunetally.catalog.imports.AzureMetersImport;
import io.tunetally.catalog.imports.ImportedEdition;
import io.tunetally.catalog.imports.SecondSource;
import io.tunetally.console.terminal.CommandContext;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Imports Azure's retail meters. */
@CommandLine.Command(
        name = "azure",
        mixinStandardHelpOptions = true,
        description = {
            "Imports training, hosting and running prices from Azure's retail meters.",
            "LIST is CSV with the columns meterName, unitOfMeasure, retailPriceUSD, effectiveStartDate and regions"
                    + " (parted by |), in this order."
        },
        footer = {
            "",
            "Example: ./tunetally prices import azure meters.csv --into azure-meters --observed 2026-11-20",
            "",
            PriceImportCommand.EXIT_CODES
        })
final class PriceImportAzureCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Mixin
    private PriceImportOptions options = new PriceImportOptions();

    PriceImportAzureCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        return new PriceImport(commandContext, spec.commandLine(), ImportedEdition.Content.PRICES)
                .run(
                        options,
                        (catalog, meters, edition, observed) ->
                                new AzureMetersImport(catalog, SecondSource.NONE).read(meters, edition, observed));
    }
}
