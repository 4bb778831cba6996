package io.tunetally.console.imports;

import io.tunetally.catalog.imports.ModelsList;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Imports third-party price lists as price books. */
@CommandLine.Command(
        name = "import",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "LIST",
        description = {
            "Turns a list of prices or dates into a price book in the prices folder of TUNETALLY_CONFIG.",
            "The list is a file or an https address. Rows that cannot be right are refused and listed with the reason;"
                    + " nothing is half-written."
        },
        footer = {
            "",
            "Examples:",
            "  ./tunetally prices import azure meters.csv --into azure-meters",
            "  ./tunetally prices import litellm https://raw.githubusercontent.com/BerriAI/\\",
            "litellm/main/model_prices_and_context_window.json --into litellm",
            "",
            "An imported price book is looked up last, until editions in tunetally.yaml lists it."
        })
public final class PriceImportCommand implements Callable<Integer> {
    static final String EXIT_CODES = "Exit code: 0 imported or unchanged, 2 nothing arrived, 64 usage, 69 the address"
            + " gives no list, 78 bad configuration or list.";

    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private PriceImportCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    /** Returns the command with its subcommands. */
    public static CommandLine in(CommandContext commandContext) {
        CommandLine imports = new CommandLine(new PriceImportCommand(commandContext));
        imports.addSubcommand(new PriceImportLiteLlmCommand(commandContext));
        imports.addSubcommand(new PriceImportGenAiCommand(commandContext));
        imports.addSubcommand(new PriceImportAzureCommand(commandContext));
        imports.addSubcommand(new PriceImportLifecycleCommand(commandContext));
        imports.registerConverter(ModelsList.class, PriceImportLifecycleCommand::provider);
        return imports;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(commandContext.err());
        return ExitCode.USAGE;
    }
}
