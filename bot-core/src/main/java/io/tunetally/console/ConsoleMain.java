package io.tunetally.console;

import io.tunetally.console.terminal.CommandContext;
import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;

/** The entry point of the command line. */
public final class ConsoleMain {
    private ConsoleMain() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        CommandContext commandContext = new CommandContext(
                System.getenv(),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Clock.system(ZoneId.systemDefault()),
                isTerminal());
        int code = new CommandLineInterface(commandContext).run(arguments);
        commandContext.out().flush();
        System.exit(code);
    }

    // NullAway assumes that a runtime may have no console; Error Prone that JDK 22 and newer always have one.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
