package io.tunetally.interpreter;

import static org.incendo.cloud.parser.standard.EnumParser.enumParser;
import static org.incendo.cloud.parser.standard.LongParser.longParser;
import static org.incendo.cloud.parser.standard.StringParser.stringParser;

import io.tunetally.catalog.Method;
import java.util.concurrent.TimeUnit;
import org.incendo.cloud.CommandManager;
import org.incendo.cloud.execution.CommandExecutor;
import org.incendo.cloud.execution.CommandResult;
import org.incendo.cloud.execution.ExecutionCoordinator;
import org.incendo.cloud.internal.CommandRegistrationHandler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Parses the same command with Cloud (Incendo), which knows typed arguments in one fixed order only: the peer of {@link
 * InterpreterBenchmark}. Mojang's Brigadier is better known, but not on Maven Central.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FixedOrderBenchmark {
    private final CommandExecutor<String> executor = new Commands().commandExecutor();

    @Benchmark
    public CommandResult<String> cloud() {
        return executor.executeCommand("me", "cost 1000 examples 3 epochs llama-8b lora").join();
    }

    private static final class Commands extends CommandManager<String> {
        Commands() {
            super(
                    ExecutionCoordinator.simpleCoordinator(),
                    CommandRegistrationHandler.nullCommandRegistrationHandler());
            command(commandBuilder("cost")
                    .required("examples", longParser())
                    .literal("examples")
                    .required("epochs", longParser())
                    .literal("epochs")
                    .required("model", stringParser())
                    .required("method", enumParser(Method.class)));
        }

        @Override
        public boolean hasPermission(String sender, String permission) {
            return true;
        }
    }
}
