package io.tunetally.runtime;

import io.tunetally.bot.Answer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Measures the steps of an answer, each call with the next of {@link SampleQuestions}; an adapter's subclass builds its JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public abstract class AnswerBenchmark {
    /** Ten times each sample question. */
    private static final int ANSWERS = 290;

    private final Function<Answer, String> json;
    private final AtomicInteger next = new AtomicInteger();
    private AnswerSteps steps;

    protected AnswerBenchmark(Function<Answer, String> json) {
        this.json = json;
    }

    /** The step that is measured. */
    @State(Scope.Benchmark)
    public static class Chosen {
        @Param
        public AnswerSteps.Step step = AnswerSteps.Step.REPLY;
    }

    /** Prepares answers and a database. */
    @Setup
    public void open() throws IOException {
        steps = new AnswerSteps(json, ANSWERS);
    }

    /** Removes the database. */
    @TearDown
    public void close() throws IOException {
        steps.close();
    }

    @Benchmark
    public Object step(Chosen chosen) {
        return steps.run(chosen.step, next.getAndIncrement());
    }

    @Benchmark
    public String textToJson() {
        return steps.textToJson(next.getAndIncrement());
    }
}
