package io.tunetally.console.prices;

import io.tunetally.console.imports.PriceImportCommand;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.ExitCode;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Manages the price books. */
@CommandLine.Command(
        name = "prices",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Lists, checks, compares, imports and renews the prices that answers are computed from.",
            "Prices are in price books (editions), looked up in order: the first one that has a figure wins."
        },
        footer = {
            "",
            "Examples:",
            "  ./tunetally prices list --model gpt-4o",
            "  ./tunetally prices diff guide published",
            "  ./tunetally prices stale"
        })
public final class PricesCommand implements Callable<Integer> {
    private final CommandContext commandContext;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private PricesCommand(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    /** Returns the command with its subcommands. */
    public static CommandLine in(CommandContext commandContext) {
        CommandLine prices = new CommandLine(new PricesCommand(commandContext));
        prices.addSubcommand(new PriceListCommand(commandContext));
        prices.addSubcommand(new PriceCheckCommand(commandContext));
        prices.addSubcommand(new PriceDiffCommand(commandContext));
        prices.addSubcommand(PriceImportCommand.in(commandContext));
        prices.registerConverter(LocalDate.class, PriceWords::day);
        prices.registerConverter(
                PriceListCommand.Form.class, word -> PriceWords.constant(word, PriceListCommand.Form.class));
        prices.registerConverter(
                PriceDiffCommand.Form.class, word -> PriceWords.constant(word, PriceDiffCommand.Form.class));
        return prices;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(commandContext.err());
        return ExitCode.USAGE;
    }
}
