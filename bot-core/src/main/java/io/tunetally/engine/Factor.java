package io.tunetally.engine;

import io.tunetally.units.Exact;
import io.tunetally.units.Range;
import java.math.BigDecimal;

/**
 * A factor of a quantity, e.g. 3 epochs.
 *
 * @param low never above {@code high}
 */
public record Factor(Name name, BigDecimal low, BigDecimal high) {
    /** The meaning of a factor. */
    public enum Name {
        EXAMPLES,
        TOKENS_PER_EXAMPLE,
        SEQUENCE_LENGTH,
        DATASET_TOKENS,
        BILLED_TOKENS,
        EPOCHS,
        RUNS,
        VALIDATION_TOKENS,
        EVALUATIONS,
        SHARE_BILLED,
        HOURS,
        GRADER_TOKENS,
        ROLLOUT_TOKENS,
        ROLLOUTS,
        REQUESTS_PER_DAY,
        DAYS_PER_MONTH,
        INPUT_TOKENS,
        PROMPT_TOKENS,
        OUTPUT_TOKENS,
        SHARE_CACHED,
        SHARE_NOT_CACHED,
        HOURS_PER_MONTH,
        UNITS,
        MONTHS,
        DAYS,
        JOBS,
        GPU_HOURS,
        GPUS
    }

    public Factor {
        boolean exact = Exact.isOne(low, high);
        low = Exact.normal(low);
        high = exact ? low : Exact.normal(high);
        if (low.signum() < 0 || low.compareTo(high) > 0) {
            throw new IllegalArgumentException("not a factor: " + name + " " + low + ".." + high);
        }
    }

    public static Factor of(Name name, BigDecimal value) {
        return new Factor(name, value, value);
    }

    public static Factor of(Name name, long value) {
        return of(name, BigDecimal.valueOf(value));
    }

    public static Factor of(Name name, Range range) {
        return range.isExact() ? of(name, range.low()) : new Factor(name, range.lowDecimal(), range.highDecimal());
    }

    boolean isExact() {
        return Exact.isOne(low, high) || low.compareTo(high) == 0;
    }

    public boolean isOne() {
        return low.compareTo(BigDecimal.ONE) == 0 && high.compareTo(BigDecimal.ONE) == 0;
    }
}
