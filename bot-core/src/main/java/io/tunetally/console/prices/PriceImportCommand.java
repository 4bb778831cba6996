package io.tunetally.console.prices;

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
            "Turns a downloaded price list into a price book in the prices folder of TUNETALLY_CONFIG.",
            "Rows that cannot be right are refused and listed with the reason; nothing is half-written."
        },
        footer = {
            "",
            "Example: ./tunetally prices import azure meters.csv --into azure-meters",
            "",
            "An imported price book is looked up last, until editions in tunetally.yaml lists it."
        })
final class PriceImportCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private PriceImportCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    /** Returns the command with its subcommands. */
    static CommandLine in(CommandContext commandContext) {
        CommandLine imports = new CommandLine(new PriceImportCommand(commandContext));
        imports.addSubcommand(new PriceImportLiteLlmCommand(commandContext));
        imports.addSubcommand(new PriceImportAzureCommand(commandContext));
        return imports;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(commandContext.err());
        return ExitCode.USAGE;
    }
}
