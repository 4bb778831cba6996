package io.tunetally.request;

import java.math.BigInteger;

/**
 * Changes of the weights, each after a number of examples. They replace the epochs over whatever data there is.
 *
 * @param examplesPerStep of all devices and accumulated steps together
 */
public record TrainingSteps(long steps, long examplesPerStep) {
    /** More examples or tokens than any job has. */
    private static final BigInteger MOST = BigInteger.TEN.pow(15);

    /** Returns the examples that are trained on, each time counted. */
    public long examples() {
        return product(steps, examplesPerStep);
    }

    /** Returns the tokens of packed sequences, each of which is full. */
    public long packedTokens(long sequenceLength) {
        return product(examples(), sequenceLength);
    }

    /** Returns a product, which ends at a number that is too large for any job. */
    public static long product(long one, long other) {
        return BigInteger.valueOf(one)
                .multiply(BigInteger.valueOf(other))
                .min(MOST)
                .longValue();
    }
}
