package io.tunetally.console;

import io.tunetally.console.terminal.CommandContext;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;

/**
 * The result of a command, run as in its own process.
 *
 * @param code the exit code
 */
public record CommandRun(int code, String out, String err) {
    public static CommandRun of(Map<String, String> environment, String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandContext commandContext = new CommandContext(
                environment,
                new BufferedReader(new StringReader(input)),
                new PrintWriter(out),
                new PrintWriter(err),
                Clock.systemUTC(),
                false);
        int code = new CommandLineInterface(commandContext).run(arguments);
        commandContext.out().flush();
        commandContext.err().flush();
        return new CommandRun(code, out.toString(), err.toString());
    }
}
