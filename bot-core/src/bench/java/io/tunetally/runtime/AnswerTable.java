package io.tunetally.runtime;

import io.tunetally.runtime.AnswerSteps.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Prints the steps of an answer as multiples of the least that any bot does, and how many answers a second as many threads as the
 * machine has processors give on one of them and on all. Other processes of the machine lengthen the time but not the time of the
 * processor, which the multiples are of. Linux only.
 */
public final class AnswerTable {
    private static final String BYTES = "gc.alloc.rate.norm";
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Class<? extends AnswerBenchmark> benchmark;
    private final CommandLineOptions options;

    private AnswerTable(Class<? extends AnswerBenchmark> benchmark, CommandLineOptions options) {
        this.benchmark = benchmark;
        this.options = options;
    }

    /**
     * Measures.
     *
     * @param arguments options of JMH
     */
    public static void print(Class<? extends AnswerBenchmark> benchmark, String... arguments)
            throws CommandLineOptionException, RunnerException, IOException {
        AnswerTable table = new AnswerTable(benchmark, new CommandLineOptions(arguments));
        Map<Step, RunResult> steps = table.steps();
        RunResult onOne = table.textToJson(true);
        RunResult onAll = table.textToJson(false);
        print(steps);
        System.out.printf(
                "%n%d threads, text to JSON | a second | times one processor | processors used | a processor second | times one%n",
                PROCESSORS);
        print("one processor", onOne, onOne);
        print("all processors", onAll, onOne);
    }

    private Map<Step, RunResult> steps() throws RunnerException {
        Map<Step, RunResult> steps = new EnumMap<>(Step.class);
        for (RunResult result : run(only("step").addProfiler(GCProfiler.class))) {
            steps.put(Step.valueOf(result.getParams().getParam("step")), result);
        }
        return steps;
    }

    private RunResult textToJson(boolean onOneProcessor) throws RunnerException, IOException {
        ChainedOptionsBuilder textToJson = only("textToJson")
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .threads(PROCESSORS);
        if (!onOneProcessor) {
            return run(textToJson).iterator().next();
        }
        Path java = javaOnOneProcessor();
        try {
            return run(textToJson.jvm(java.toString())).iterator().next();
        } finally {
            Files.delete(java);
        }
    }

    private ChainedOptionsBuilder only(String method) {
        return new OptionsBuilder()
                .parent(options)
                .include(benchmark.getName() + "\\." + method + "$")
                .addProfiler(ProcessorTime.class);
    }

    private static Collection<RunResult> run(ChainedOptionsBuilder options) throws RunnerException {
        return new Runner(options.build()).run();
    }

    private static Path javaOnOneProcessor() throws IOException {
        Path script = Files.createTempFile("java-on-one-processor", ".sh");
        Files.writeString(
                script, """
                #!/bin/sh
                exec taskset -c 0 '%s' "$@"
                """.formatted(ProcessHandle.current().info().command().orElseThrow()));
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + script + " executable");
        }
        return script;
    }

    private static void print(Map<Step, RunResult> steps) {
        System.out.printf("%nstep | time, us | error | processor, us | times the least | kB | times the least%n");
        double leastMicros = least(steps, AnswerTable::processorMicros);
        double leastKilobytes = least(steps, AnswerTable::kilobytes);
        steps.forEach((step, result) -> System.out.printf(
                "%s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f%n",
                step,
                score(result),
                result.getPrimaryResult().getScoreError(),
                processorMicros(result),
                processorMicros(result) / leastMicros,
                kilobytes(result),
                kilobytes(result) / leastKilobytes));
    }

    private static void print(String title, RunResult rate, RunResult onOne) {
        System.out.printf(
                "%s | %.0f | %.2f | %.2f | %.0f | %.2f%n",
                title,
                score(rate),
                score(rate) / score(onOne),
                score(rate) * processorMicros(rate) / 1e6,
                1e6 / processorMicros(rate),
                processorMicros(onOne) / processorMicros(rate));
    }

    private static double least(Map<Step, RunResult> steps, ToDoubleFunction<RunResult> figure) {
        return Step.LEAST.stream().map(steps::get).mapToDouble(figure).sum();
    }

    private static double score(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double processorMicros(RunResult result) {
        return result.getSecondaryResults().get(ProcessorTime.NAME).getScore();
    }

    private static double kilobytes(RunResult result) {
        return result.getSecondaryResults().get(BYTES).getScore() / 1e3;
    }
}
