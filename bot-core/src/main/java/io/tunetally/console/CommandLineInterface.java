package io.tunetally.console;

import io.tunetally.catalog.yaml.CatalogException;
import io.tunetally.chart.ChartException;
import io.tunetally.console.config.DiffCommand;
import io.tunetally.console.data.DataCommand;
import io.tunetally.console.data.DataDeleteCommand;
import io.tunetally.console.dataset.DatasetCommand;
import io.tunetally.console.imports.AddressException;
import io.tunetally.console.prices.PricesCommand;
import io.tunetally.console.prices.upkeep.PriceUpkeep;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.dataset.source.DatasetException;
import io.tunetally.interpreter.lexicon.LexiconException;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.Platform;
import io.tunetally.settings.SettingsException;
import io.tunetally.storage.StorageException;
import io.tunetally.trainingconfig.TrainingConfigException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The commands of {@code ./tunetally}; they print to the context's streams. */
public final class CommandLineInterface {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineInterface.class);

    private final CommandContext commandContext;
    private final List<Platform> platforms;

    CommandLineInterface(CommandContext commandContext) {
        this.commandContext = commandContext;
        this.platforms = ServiceLoader.load(Platform.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    int run(String... arguments) {
        CommandLine commands = new CommandLine(new RootCommand());
        if (!startsAdapter(arguments)) {
            addOwnCommands(commands);
        }
        for (Platform platform : platforms) {
            commands.addSubcommand(platform.name(), new CommandLine(new PlatformCommand(commandContext, platform)));
        }
        commands.setOut(commandContext.out());
        commands.setErr(commandContext.err());
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(
                commandContext.coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        commands.setParameterExceptionHandler(this::usage);
        commands.setExecutionExceptionHandler(this::failure);
        return commands.execute(arguments);
    }

    /** Detects a start of an adapter, which should be ready soon: it skips parsing the other commands' options. */
    private boolean startsAdapter(String... arguments) {
        return arguments.length > 0
                && platforms.stream().anyMatch(platform -> platform.name().equals(arguments[0]));
    }

    private void addOwnCommands(CommandLine commands) {
        CommandLine ask = new CommandLine(new AskCommand(commandContext, platforms));
        // Everything after the options is the message, so that "--model x" inside it is text.
        ask.setStopAtPositional(true);
        ask.setUnmatchedOptionsArePositionalParams(true);
        commands.addSubcommand(ask);
        commands.addSubcommand(new ChatCommand(commandContext));
        commands.addSubcommand(new ParseCommand(commandContext, platforms));
        commands.addSubcommand(new DatasetCommand(commandContext));
        commands.addSubcommand(new DiffCommand(commandContext));
        commands.addSubcommand(PriceUpkeep.addTo(PricesCommand.in(commandContext), commandContext));
        commands.addSubcommand(
                new CommandLine(new DataCommand(commandContext)).addSubcommand(new DataDeleteCommand(commandContext)));
        commands.addSubcommand(new DoctorCommand(commandContext, platforms));
    }

    private int usage(CommandLine.ParameterException problem, String[] arguments) {
        commandContext.err().println("tunetally: " + problem.getMessage());
        commandContext
                .err()
                .println("Try: ./" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private int failure(Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
        return switch (problem) {
            case SettingsException settings -> badConfiguration(settings);
            case CatalogException prices -> badConfiguration(prices);
            case DatasetException tokenizer -> badConfiguration(tokenizer);
            case TrainingConfigException config -> notAnswered(config);
            case LexiconException lexicon -> badConfiguration(lexicon);
            case java.io.UncheckedIOException unreadable -> badConfiguration(unreadable);
            case StorageException unusable -> unavailable(unusable);
            case ChartException undrawn -> unavailable(undrawn);
            case AddressException unread -> unavailable(unread);
            default -> {
                String incident = UUID.randomUUID().toString().substring(0, 8);
                LOG.error("incident {} in {}", incident, command.getCommandName(), problem);
                commandContext.err().println("tunetally: a bug, incident " + incident + ": " + problem);
                yield ExitCode.BUG;
            }
        };
    }

    private int unavailable(StorageException unusable) {
        String why = String.valueOf(unusable.getMessage());
        String what = why.startsWith("TUNETALLY_KEY") ? "" : "the database (TUNETALLY_DB) cannot be used: ";
        commandContext.err().println("tunetally: " + what + why);
        return ExitCode.UNAVAILABLE;
    }

    private int unavailable(Exception problem) {
        commandContext.err().println("tunetally: " + problem.getMessage());
        return ExitCode.UNAVAILABLE;
    }

    private int notAnswered(Exception problem) {
        String.valueOf(problem.getMessage())
                .lines()
                .forEach(line -> commandContext.err().println("tunetally: " + line));
        return ExitCode.NOT_ANSWERED;
    }

    private int badConfiguration(Exception problem) {
        commandContext.err().println("tunetally: " + problem.getMessage());
        return ExitCode.BAD_CONFIGURATION;
    }
}
