package io.tunetally.runtime;

import io.tunetally.bot.Allocation;
import io.tunetally.bot.Answer;
import io.tunetally.runtime.AnswerSteps.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The costs of the steps of an answer in this process, measured for a moment: exact in bytes, rough in time. */
public final class AnswerCosts {
    private static final int ROUNDS = 2;

    /** Comparisons of all models and pictures take long, so that a round has a tenth of them. */
    private static final int TENTH = 10;

    private final Map<Step, List<Allocation>> measured = new EnumMap<>(Step.class);

    private AnswerCosts() {}

    /**
     * Measures after a round to warm up.
     *
     * @param json builds the platform's message of an answer
     * @param questions the number of questions in a round
     */
    public static AnswerCosts of(Function<Answer, String> json, int questions) throws IOException {
        try (AnswerSteps steps = new AnswerSteps(json, questions)) {
            AnswerCosts costs = new AnswerCosts();
            costs.round(steps, 0, questions);
            costs.measured.clear();
            for (int round = 1; round <= ROUNDS; round++) {
                costs.round(steps, round * questions, questions);
            }
            return costs;
        }
    }

    /** Returns the median of all rounds, on the processor. */
    public double micros(Step step) {
        return median(step, Allocation::micros);
    }

    public double kilobytes(Step step) {
        return median(step, Allocation::kilobytes);
    }

    public double timesLeastMicros(Step step) {
        return micros(step) / Step.LEAST.stream().mapToDouble(this::micros).sum();
    }

    public double timesLeastKilobytes(Step step) {
        return kilobytes(step)
                / Step.LEAST.stream().mapToDouble(this::kilobytes).sum();
    }

    private double median(Step step, Function<Allocation, Double> figure) {
        List<Double> sorted = measured.getOrDefault(step, List.of()).stream()
                .map(figure)
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private void round(AnswerSteps steps, int first, int questions) {
        for (Step step : Step.values()) {
            int calls = step.isLong() ? questions / TENTH : questions;
            measured.computeIfAbsent(step, _ -> new ArrayList<>())
                    .add(Allocation.of(first, calls, n -> steps.run(step, n)));
        }
    }
}
