package io.tunetally.console;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Runs a chat platform's adapter until it is stopped. */
@CommandLine.Command(
        mixinStandardHelpOptions = true,
        description = "Runs the adapter; a missing setting is named with where to get it.")
final class PlatformCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Platform platform;

    @CommandLine.Option(
            names = "--rehearse",
            hidden = true,
            description = "Answers questions of a stand-in on this machine and ends, for the launcher to record.")
    private boolean rehearse;

    PlatformCommand(Surroundings surroundings, Platform platform) {
        this.surroundings = surroundings;
        this.platform = platform;
    }

    @Override
    public Integer call() throws Exception {
        return rehearse ? platform.rehearse(surroundings.environment()) : platform.run(surroundings.environment());
    }
}
