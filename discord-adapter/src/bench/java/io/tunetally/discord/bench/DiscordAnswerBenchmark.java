package io.tunetally.discord.bench;

import io.tunetally.runtime.AnswerBenchmark;
import io.tunetally.runtime.AnswerTable;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Measures the steps of an answer as Discord's JSON. */
@State(Scope.Benchmark)
public class DiscordAnswerBenchmark extends AnswerBenchmark {
    public DiscordAnswerBenchmark() {
        super(DiscordJson::of);
    }

    /** Prints a table. Takes JMH's options. */
    public static void main(String[] arguments) throws Exception {
        AnswerTable.print(DiscordAnswerBenchmark.class, arguments);
    }
}
