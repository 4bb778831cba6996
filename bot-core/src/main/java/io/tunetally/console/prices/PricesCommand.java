package io.tunetally.console.prices;

import io.tunetally.console.terminal.Surroundings;
import io.tunetally.runtime.ExitCode;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The price books. */
@CommandLine.Command(
        name = "prices",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Lists, checks, compares and imports the prices that answers are computed from.",
            "Prices stand in price books (editions), looked up in order: the first one that knows a figure gives it."
        },
        footer = {
            "",
            "Examples:",
            "  ./tunetally prices list --model gpt-4o",
            "  ./tunetally prices diff guide published"
        })
public final class PricesCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private PricesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command with those below it. */
    public static CommandLine in(Surroundings surroundings) {
        CommandLine prices = new CommandLine(new PricesCommand(surroundings));
        prices.addSubcommand(new PriceListCommand(surroundings));
        prices.addSubcommand(new PriceCheckCommand(surroundings));
        prices.addSubcommand(new PriceDiffCommand(surroundings));
        prices.addSubcommand(PriceImportCommand.in(surroundings));
        prices.registerConverter(LocalDate.class, PriceWords::day);
        prices.registerConverter(
                PriceListCommand.Form.class, word -> PriceWords.constant(word, PriceListCommand.Form.class));
        prices.registerConverter(
                PriceDiffCommand.Form.class, word -> PriceWords.constant(word, PriceDiffCommand.Form.class));
        return prices;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(surroundings.err());
        return ExitCode.USAGE;
    }
}
