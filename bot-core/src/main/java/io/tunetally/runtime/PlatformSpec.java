package io.tunetally.runtime;

import io.tunetally.settings.OperationsPort;
import io.tunetally.settings.SettingsException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Describes how a platform's adapter is configured and built, and runs it: the common part of every {@link Platform}.
 *
 * @param <S> the adapter's settings
 * @param <A> the adapter
 * @param name the platform's name as people write it, e.g. {@code Slack}
 * @param settings reads an environment; throws {@link SettingsException}
 */
public record PlatformSpec<S, A extends PlatformProcess.Adapter>(
        String name,
        Function<Map<String, String>, S> settings,
        Function<S, OperationsPort> operations,
        Maker<S, A> adapter) {
    /** Builds an adapter. */
    @FunctionalInterface
    public interface Maker<S, A> {
        A make(S settings, PlatformProcess.Parts parts) throws Exception;
    }

    /** Returns the problems of an environment, one line each. */
    public List<String> missingSettings(Map<String, String> environment) {
        try {
            S _ = settings.apply(environment);
            return List.of();
        } catch (SettingsException e) {
            return e.problems();
        }
    }

    /**
     * Runs the adapter until the process is told to stop.
     *
     * @param diagnostics gets one line for each problem
     * @return the exit code of the process
     */
    public int run(Map<String, String> environment, PrintStream diagnostics) {
        return run(environment, diagnostics, StopSignal::ofTheProcess);
    }

    /** Runs the adapter until a signal is given, which is made once the settings are complete. */
    int run(Map<String, String> environment, PrintStream diagnostics, Supplier<StopSignal> signal) {
        List<String> missing = missingSettings(environment);
        if (!missing.isEmpty()) {
            missing.forEach(diagnostics::println);
            return ExitCode.BAD_CONFIGURATION;
        }
        S read = settings.apply(environment);
        return new PlatformProcess(name, diagnostics)
                .run(environment, operations.apply(read), parts -> adapter.make(read, parts), signal.get());
    }

    /**
     * Runs the adapter against a stand-in for the platform; see {@link Platform#rehearse}.
     *
     * @param standIn settings that connect to the stand-in
     * @param play the questions that the stand-in asks a running adapter
     * @return the exit code of the process
     */
    public int rehearse(
            Map<String, String> environment,
            PrintStream diagnostics,
            Map<String, String> standIn,
            Function<A, TrainingRun.Play> play) {
        Map<String, String> rehearsal = TrainingRun.settings(environment, standIn);
        S read = settings.apply(rehearsal);
        return new PlatformProcess(name, diagnostics).rehearse(rehearsal, operations.apply(read), parts -> {
            A made = adapter.make(read, parts);
            return new TrainingRun(made, play.apply(made));
        });
    }
}
