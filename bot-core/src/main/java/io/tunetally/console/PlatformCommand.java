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

    PlatformCommand(Surroundings surroundings, Platform platform) {
        this.surroundings = surroundings;
        this.platform = platform;
    }

    @Override
    public Integer call() {
        return platform.run(surroundings.environment());
    }
}
