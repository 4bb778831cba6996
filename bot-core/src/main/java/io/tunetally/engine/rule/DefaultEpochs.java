package io.tunetally.engine.rule;

/**
 * The number of epochs a provider chooses by default: three, adjusted within 1 to 25 so that a training passes over at
 * least 100 and at most 25,000 examples. The heuristic of OpenAI's cookbook.
 */
public final class DefaultEpochs {
    private static final long TARGET_EPOCHS = 3;
    private static final long MIN_TARGET_EXAMPLES = 100;
    private static final long MAX_TARGET_EXAMPLES = 25_000;
    private static final long MIN_EPOCHS = 1;
    private static final long MAX_EPOCHS = 25;

    private DefaultEpochs() {}

    /** Returns the epochs for a number of examples, at least 1. */
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
