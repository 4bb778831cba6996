package io.tunetally.engine.rule;

/**
 * How many epochs a provider chooses where none are asked for: three, but so many that a small set is seen 100 times and
 * so few that a large one is seen 25,000 times, within 1 to 25. The heuristic of OpenAI's cookbook.
 */
public final class DefaultEpochs {
    private static final long TARGET_EPOCHS = 3;
    private static final long MIN_TARGET_EXAMPLES = 100;
    private static final long MAX_TARGET_EXAMPLES = 25_000;
    private static final long MIN_EPOCHS = 1;
    private static final long MAX_EPOCHS = 25;

    private DefaultEpochs() {}

    /** Epochs for a number of examples, at least 1. */
    public static long of(long examples) {
        if (examples < 1) {
            throw new IllegalArgumentException("examples must be at least 1, found " + examples);
        }
        if (examples < MIN_TARGET_EXAMPLES && examples * TARGET_EPOCHS < MIN_TARGET_EXAMPLES) {
            return Math.min(MAX_EPOCHS, MIN_TARGET_EXAMPLES / examples);
        }
        boolean tooMany = examples > MAX_TARGET_EXAMPLES / TARGET_EPOCHS;
        return tooMany ? Math.max(MIN_EPOCHS, MAX_TARGET_EXAMPLES / examples) : TARGET_EPOCHS;
    }
}
