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
import io.tunetally.runtime.Knowledge;
import io.tunetally.runtime.Platform;
import io.tunetally.settings.SettingsException;
import io.tunetally.storage.StorageException;
import io.tunetally.trainingconfig.TrainingConfigException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The commands of {@code ./tunetally}; they print to the context's streams. */
public final class CommandLineInterface {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineInterface.class);

    private static final String ASK = "ask";

    /** The commands that answer questions, beside the platforms. */
    private static final Set<String> ANSWERING = Set.of(ASK, "chat", "parse");

    private final CommandContext commandContext;

    CommandLineInterface(CommandContext commandContext) {
        this.commandContext = commandContext;
    }

    /** Returns the platforms, each loaded when the stream comes to it: to look for one more opens all libraries. */
    private static Stream<Platform> platforms() {
        return ServiceLoader.load(Platform.class).stream().map(ServiceLoader.Provider::get);
    }

    private static Optional<Platform> platform(String name) {
        return platforms().filter(platform -> platform.name().equals(name)).findFirst();
    }

    int run(String... arguments) {
        if (arguments.length > 0 && answers(arguments[0])) {
            Knowledge.begin();
        }
        Optional<Callable<Integer>> withoutOptions = withoutOptions(arguments);
        return withoutOptions.isPresent() ? run(arguments[0], withoutOptions.get()) : parsed(arguments);
    }

    /** Returns a frequent command if it is typed without options: to read those takes a tenth of the time of an answer. */
    private Optional<Callable<Integer>> withoutOptions(String... arguments) {
        if (arguments.length == 0
                || Stream.of(arguments).anyMatch(word -> word.startsWith("-") || word.startsWith("@"))) {
            return Optional.empty();
        }
        List<String> words = List.of(arguments).subList(1, arguments.length);
        if (arguments[0].equals(ASK)) {
            // Only the options name platforms.
            return Optional.of(new AskCommand(commandContext, List.of(), words));
        }
        return words.isEmpty()
                ? platform(arguments[0]).map(platform -> new PlatformCommand(commandContext, platform))
                : Optional.empty();
    }

    private int run(String name, Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception problem) {
            return failure(problem, name);
        }
    }

    private int parsed(String... arguments) {
        CommandLine root = new CommandLine(new RootCommand());
        Map<String, Supplier<CommandLine>> commands = commands();
        Supplier<CommandLine> named = arguments.length == 0 ? null : commands.get(arguments[0]);
        // The options of all commands take a sixth of the time of an answer, so that only the help and errors read
        // them.
        if (named == null) {
            commands.forEach((name, command) -> root.addSubcommand(name, command.get()));
        } else {
            root.addSubcommand(arguments[0], named.get());
        }
        root.setOut(commandContext.out());
        root.setErr(commandContext.err());
        root.setColorScheme(CommandLine.Help.defaultColorScheme(
                commandContext.coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        root.setParameterExceptionHandler(this::usage);
        root.setExecutionExceptionHandler((problem, command, _) -> failure(problem, command.getCommandName()));
        return root.execute(arguments);
    }

    private boolean answers(String command) {
        return ANSWERING.contains(command) || platform(command).isPresent();
    }

    private Map<String, Supplier<CommandLine>> commands() {
        List<Platform> platforms = platforms().toList();
        Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
        commands.put(ASK, () -> ask(platforms));
        commands.put("chat", () -> new CommandLine(new ChatCommand(commandContext)));
        commands.put("parse", () -> new CommandLine(new ParseCommand(commandContext, platforms)));
        commands.put("dataset", () -> new CommandLine(new DatasetCommand(commandContext)));
        commands.put("diff", () -> new CommandLine(new DiffCommand(commandContext)));
        commands.put("prices", () -> PriceUpkeep.addTo(PricesCommand.in(commandContext), commandContext));
        commands.put(
                "data",
                () -> new CommandLine(new DataCommand(commandContext))
                        .addSubcommand(new DataDeleteCommand(commandContext)));
        commands.put("doctor", () -> new CommandLine(new DoctorCommand(commandContext, platforms)));
        for (Platform platform : platforms) {
            commands.put(platform.name(), () -> new CommandLine(new PlatformCommand(commandContext, platform)));
        }
        return commands;
    }

    private CommandLine ask(List<Platform> platforms) {
        CommandLine ask = new CommandLine(new AskCommand(commandContext, platforms, List.of()));
        // Everything after the options is the message, so that "--model x" inside it is text.
        ask.setStopAtPositional(true);
        ask.setUnmatchedOptionsArePositionalParams(true);
        return ask;
    }

    private int usage(CommandLine.ParameterException problem, String[] arguments) {
        commandContext.err().println("tunetally: " + problem.getMessage());
        commandContext
                .err()
                .println("Try: ./" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private int failure(Exception problem, String command) {
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
                LOG.error("incident {} in {}", incident, command, problem);
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
