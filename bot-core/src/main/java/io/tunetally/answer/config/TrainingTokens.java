package io.tunetally.answer.config;

import io.tunetally.dataset.LengthTable;
import io.tunetally.dataset.TokenStatistics;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.trainingconfig.TrainingConfig;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one pass over examples.
 *
 * @param margin by how many the tokens of an estimate may be off
 */
record TrainingTokens(long examples, long tokens, long margin) {
    private static final BigInteger MOST = BigInteger.TEN.pow(15);
    static final TrainingTokens NONE = new TrainingTokens(0, 0, 0);

    /**
     * Returns the tokens of a counted file.
     *
     * @param longest the sequence length; null for none
     */
    static TrainingTokens of(TokenStatistics counted, @Nullable Long longest, TrainingConfig.Padding padding) {
        LengthTable lengths = counted.perExample();
        if (longest == null) {
            return new TrainingTokens(lengths.examples(), lengths.total(), counted.margin());
        }
        long tooLong = padding.dropsLong() ? lengths.longerThan(longest) : 0;
        long examples = lengths.examples() - tooLong;
        long tokens =
                padding.fillsUp() ? times(examples, longest) : lengths.cappedTotal(longest) - times(tooLong, longest);
        return new TrainingTokens(examples, tokens, padding.fillsUp() ? 0 : counted.margin())
                .withMarginOf(lengths.total());
    }

    private TrainingTokens withMarginOf(long ofTokens) {
        return new TrainingTokens(examples, tokens, share(margin, tokens, ofTokens));
    }

    TrainingTokens plus(TrainingTokens other) {
        return new TrainingTokens(examples + other.examples, tokens + other.tokens, margin + other.margin);
    }

    TrainingTokens minus(TrainingTokens other) {
        return new TrainingTokens(examples - other.examples, tokens - other.tokens, margin - other.margin);
    }

    /** Returns those of a number of examples of mean length; more than there are repeat. */
    TrainingTokens first(long some) {
        return new TrainingTokens(some, share(tokens, some, examples), share(margin, some, examples));
    }

    /** Returns part x number / of, rounded. */
    private static long share(long part, long number, long of) {
        BigInteger divisor = BigInteger.valueOf(Math.max(1, of));
        return BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(number))
                .add(divisor.shiftRight(1))
                .divide(divisor)
                .min(MOST)
                .longValue();
    }

    /** Returns those of several passes, of which the last may be a part. */
    TrainingTokens times(BigDecimal passes) {
        return new TrainingTokens(examples, times(tokens, passes), times(margin, passes));
    }

    /** Returns the same product with a number that need not be whole, rounded up: a part of a step is a whole one. */
    static long times(long number, BigDecimal passes) {
        return BigDecimal.valueOf(number)
                .multiply(passes)
                .setScale(0, RoundingMode.CEILING)
                .toBigInteger()
                .min(MOST)
                .longValue();
    }

    /** Returns a product, which ends at a number that is too large for any job. */
    static long times(long one, long other) {
        return share(one, other, 1);
    }

    /** Returns the tokens as a value; those of an estimate are a range. */
    Slot<Long> slot() {
        long least = Math.max(1, tokens - margin);
        return margin == 0
                ? Slot.of(Math.max(1, tokens), Origin.SAID)
                : new Slot<>(least, Math.max(least, tokens + margin), Origin.SAID, null, false);
    }
}
