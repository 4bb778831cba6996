package io.tunetally.slack.bench;

import io.tunetally.runtime.AnswerBenchmark;
import io.tunetally.runtime.AnswerTable;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Measures the steps of an answer as Slack's JSON. */
@State(Scope.Benchmark)
public class SlackAnswerBenchmark extends AnswerBenchmark {
    public SlackAnswerBenchmark() {
        super(SlackJson::of);
    }

    /** Prints a table. Takes JMH's options. */
    public static void main(String[] arguments) throws Exception {
        AnswerTable.print(SlackAnswerBenchmark.class, arguments);
    }
}
