package io.tunetally.console;

import io.tunetally.console.terminal.CommandContext;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * The command line in a test: it runs in this process, with the test's environment and input and without a terminal.
 * Each {@code with} method returns another fixture.
 */
public record ConsoleFixture(Map<String, String> environment, String input, Clock clock) {
    /** The date for which the shipped prices are looked up. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static final Clock NOON = Clock.fixed(Instant.parse(TODAY + "T12:00:00Z"), ZoneOffset.UTC);

    public ConsoleFixture {
        environment = Map.copyOf(environment);
    }

    /** Creates a fixture without configuration or input, at noon of {@link #TODAY}. */
    public ConsoleFixture() {
        this(Map.of(), "", NOON);
    }

    /**
     * The result of a command.
     *
     * @param out its standard output
     * @param err its standard error
     */
    public record Run(int exitCode, String out, String err) {
        /** Returns the standard output without its line breaks. */
        public String words() {
            return out.replaceAll("\\s+", " ");
        }
    }

    public ConsoleFixture with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new ConsoleFixture(more, input, clock);
    }

    /** Returns a fixture with a folder overlaid on the built-in configuration. */
    public ConsoleFixture withConfiguration(Path folder) {
        return with("TUNETALLY_CONFIG", folder.toString());
    }

    public ConsoleFixture withInput(String text) {
        return new ConsoleFixture(environment, text, clock);
    }

    public Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandContext commandContext = new CommandContext(
                environment,
                new BufferedReader(new StringReader(input)),
                new PrintWriter(out),
                new PrintWriter(err),
                clock,
                false);
        int exitCode = new CommandLineInterface(commandContext).run(arguments);
        commandContext.out().flush();
        commandContext.err().flush();
        return new Run(exitCode, out.toString(), err.toString());
    }
}
