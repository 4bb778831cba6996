package io.tunetally.console;

import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.ExitCode;
import io.tunetally.runtime.Platform;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Runs a chat platform's adapter until it is stopped. */
@CommandLine.Command(
        mixinStandardHelpOptions = true,
        description = "Runs the adapter; names each missing setting and where to get it.")
final class PlatformCommand implements Callable<Integer> {
    private final CommandContext commandContext;
    private final Platform platform;

    @CommandLine.Option(
            names = "--check",
            description = "Names each missing setting, and exits with 78 if there is one, otherwise with 0.")
    private boolean check;

    @CommandLine.Option(
            names = "--rehearse",
            hidden = true,
            description = "Answers questions from a local stand-in and exits, for the launcher to record.")
    private boolean rehearse;

    PlatformCommand(CommandContext commandContext, Platform platform) {
        this.commandContext = commandContext;
        this.platform = platform;
    }

    @Override
    public Integer call() throws Exception {
        if (check) {
            return checked();
        }
        return rehearse ? platform.rehearse(commandContext.environment()) : platform.run(commandContext.environment());
    }

    private int checked() {
        List<String> missing = platform.missingSettings(commandContext.environment());
        missing.forEach(commandContext.err()::println);
        return missing.isEmpty() ? ExitCode.OK : ExitCode.BAD_CONFIGURATION;
    }
}
