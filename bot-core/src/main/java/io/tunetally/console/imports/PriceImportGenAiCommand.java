package io.tunetally.console.imports;

import io.tunetally.catalog.imports.GenAiPricesImport;
import io.tunetally.catalog.imports.ImportedEdition;
import io.tunetally.console.terminal.CommandContext;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Imports genai-prices' data file. */
@CommandLine.Command(
        name = "genai-prices",
        mixinStandardHelpOptions = true,
        description = {
            "Imports what models cost to run from genai-prices: tuned, untuned and cached prices.",
            "LIST is prices/data.json of https://github.com/pydantic/genai-prices."
        },
        footer = {
            "",
            "Example: ./tunetally prices import genai-prices data.json --into genai",
            "",
            PriceImportCommand.EXIT_CODES
        })
final class PriceImportGenAiCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Mixin
    private PriceImportOptions options = new PriceImportOptions();

    PriceImportGenAiCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        return new PriceImport(commandContext, spec.commandLine(), ImportedEdition.Content.PRICES)
                .run(
                        options,
                        (catalog, list, edition, observed) ->
                                new GenAiPricesImport(catalog).read(list, edition, observed));
    }
}
