package io.tunetally.console.imports;

import io.tunetally.catalog.imports.ImportedEdition;
import io.tunetally.catalog.imports.ModelsList;
import io.tunetally.catalog.imports.ModelsListImport;
import io.tunetally.console.terminal.CommandContext;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Imports the ends of models from a provider's list of models. */
@CommandLine.Command(
        name = "lifecycle",
        mixinStandardHelpOptions = true,
        description = {
            "Imports the dates on which models end from a provider's list of models.",
            "LIST is what GET /v1/models of OpenAI or GET /openai/models of Azure answers. Both want a key, so download"
                    + " the list with it:",
            "  curl -H \"Authorization: Bearer $OPENAI_API_KEY\" \\",
            "    https://api.openai.com/v1/models > models.json"
        },
        footer = {
            "",
            "Example: ./tunetally prices import lifecycle models.json --provider openai \\",
            "           --into openai-models",
            "",
            PriceImportCommand.EXIT_CODES
        })
final class PriceImportLifecycleCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @CommandLine.Mixin
    private PriceImportOptions options = new PriceImportOptions();

    @CommandLine.Option(
            names = "--provider",
            paramLabel = "PROVIDER",
            required = true,
            description = "the provider of the list: ${COMPLETION-CANDIDATES}")
    private ModelsList provider = ModelsList.OPENAI;

    static ModelsList provider(String word) {
        return ModelsList.of(word)
                .orElseThrow(() -> new CommandLine.TypeConversionException("'" + word + "' is not one of "
                        + Arrays.stream(ModelsList.values())
                                .map(ModelsList::toString)
                                .collect(Collectors.joining(", "))));
    }

    PriceImportLifecycleCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    @Override
    public Integer call() {
        return new PriceImport(commandContext, spec.commandLine(), ImportedEdition.Content.DATES)
                .run(
                        options,
                        (catalog, list, edition, observed) ->
                                new ModelsListImport(catalog, provider).read(list, edition, observed));
    }
}
