package io.tunetally.trainingconfig;

import io.tunetally.request.Limits;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** A number of a config that is not a slot of a request; together with the data they decide how many tokens are trained on. */
public enum JobProperty {
    /** Examples per device and step. */
    BATCH("batch", "1", true),
    /** Steps before the weights change. */
    ACCUMULATION("accumulation", "1", true),
    /** Changes of the weights, which replace the epochs. */
    STEPS("steps", "1", true),
    /** The most changes of the weights in each epoch. */
    STEPS_PER_EPOCH("stepsPerEpoch", "1", true),
    /** The share (below 1) or number of examples held back for validation. */
    HELD("held", "0", false),
    /** The most examples of each data set. */
    MAX_EXAMPLES("maxExamples", "1", true);

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private final String word;
    private final String least;
    private final boolean whole;

    JobProperty(String word, String least, boolean whole) {
        this.word = word;
        this.least = least;
        this.whole = whole;
    }

    Limits limits() {
        return new Limits(word, new BigDecimal(least), MOST, whole);
    }

    static Optional<JobProperty> named(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
