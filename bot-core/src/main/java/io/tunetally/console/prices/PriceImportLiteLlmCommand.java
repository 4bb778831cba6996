package io.tunetally.console.prices;

import io.tunetally.catalog.imports.GenAiPrices;
import io.tunetally.catalog.imports.LiteLlmImport;
import io.tunetally.catalog.imports.SecondSource;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.PriceFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Imports LiteLLM's list of model prices. */
@CommandLine.Command(
        name = "litellm",
        mixinStandardHelpOptions = true,
        description = {
            "Imports what models cost to run from LiteLLM's list: tuned, untuned, cached and batch prices.",
            "FILE is model_prices_and_context_window.json of https://github.com/BerriAI/litellm."
        },
        footer = {
            "",
            "Example: ./tunetally prices import litellm model_prices.json --into litellm",
            "",
            "Exit code: 0 imported or unchanged, 2 nothing arrived, 64 usage, 78 bad configuration."
        })
final class PriceImportLiteLlmCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Mixin
    private PriceImportOptions options = new PriceImportOptions();

    @CommandLine.Option(
            names = "--second-source",
            paramLabel = "FILE",
            description = "another list to check against: prices/data.json of https://github.com/pydantic/genai-prices."
                    + " A price more than 5 times apart is refused")
    private @Nullable Path secondSource;

    PriceImportLiteLlmCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        NamedYaml second = secondSource == null ? null : PriceFiles.list(secondSource, spec.commandLine());
        return new PriceImport(commandContext, spec.commandLine()).run(options, (catalog, list, edition, observed) -> {
            SecondSource others = second == null ? SecondSource.NONE : GenAiPrices.read(second, catalog);
            return new LiteLlmImport(catalog, others).read(list, edition, observed);
        });
    }
}
