package io.tunetally.console.prices.upkeep;

import io.tunetally.console.prices.PriceWords;
import io.tunetally.console.terminal.CommandContext;
import java.time.LocalDate;
import picocli.CommandLine;

/** Adds the commands of this package to {@code prices}. */
public final class PriceUpkeep {
    private PriceUpkeep() {}

    /** Returns the same command with these subcommands. */
    public static CommandLine addTo(CommandLine prices, CommandContext commandContext) {
        CommandLine stale = new CommandLine(new PriceStaleCommand(commandContext));
        stale.registerConverter(
                PriceStaleCommand.Form.class, word -> PriceWords.constant(word, PriceStaleCommand.Form.class));
        CommandLine propose = new CommandLine(new PriceProposeCommand(commandContext));
        CommandLine impact = new CommandLine(new PriceImpactCommand(commandContext));
        impact.registerConverter(
                PriceImpactCommand.Form.class, word -> PriceWords.constant(word, PriceImpactCommand.Form.class));
        for (CommandLine command : new CommandLine[] {stale, propose, impact}) {
            command.registerConverter(LocalDate.class, PriceWords::day);
            prices.addSubcommand(command);
        }
        return prices;
    }
}
