package io.tunetally.console.imports;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.imports.GenAiPrices;
import io.tunetally.catalog.imports.ImportedEdition;
import io.tunetally.catalog.imports.LiteLlmImport;
import io.tunetally.catalog.imports.SecondSource;
import io.tunetally.console.terminal.CommandContext;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Imports LiteLLM's list of model prices. */
@CommandLine.Command(
        name = "litellm",
        mixinStandardHelpOptions = true,
        description = {
            "Imports what models cost to run from LiteLLM's list: tuned, untuned, cached and batch prices.",
            "LIST is model_prices_and_context_window.json of https://github.com/BerriAI/litellm."
        },
        footer = {
            "",
            "Example: ./tunetally prices import litellm model_prices.json --into litellm",
            "",
            PriceImportCommand.EXIT_CODES
        })
final class PriceImportLiteLlmCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Mixin
    private PriceImportOptions options = new PriceImportOptions();

    @CommandLine.Option(
            names = "--second-source",
            paramLabel = "LIST",
            description =
                    "another list to check against, a file or an https address: prices/data.json of https://github.com/pydantic/genai-prices."
                            + " A price more than 5 times apart is refused")
    private @Nullable String secondSource;

    PriceImportLiteLlmCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        return new PriceImport(commandContext, spec.commandLine(), ImportedEdition.Content.PRICES)
                .run(
                        options,
                        (catalog, list, edition, observed) ->
                                new LiteLlmImport(catalog, second(catalog)).read(list, edition, observed));
    }

    private SecondSource second(Catalog catalog) {
        if (secondSource == null) {
            return SecondSource.NONE;
        }
        ListReader.DatedList second = new ListReader(commandContext, spec.commandLine()).read(secondSource);
        return GenAiPrices.read(second.list(), catalog, second.day());
    }
}
