package io.tunetally.console;

import io.tunetally.runtime.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The command without a verb: prints the available commands. */
@CommandLine.Command(
        name = "tunetally",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "What fine-tuning an AI model will cost: to train, to run, when it pays back, whether at all.",
        footer = {"", "Example: ./tunetally ask \"cost 1k examples 3 epochs llama 8b lora\""})
final class RootCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return ExitCode.USAGE;
    }

    /** Returns the version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"TuneTally " + (version == null ? "(not packaged)" : version)};
        }
    }
}
