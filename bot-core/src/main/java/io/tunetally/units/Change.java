package io.tunetally.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** A number of 0 or more before and after: a price, or a figure of an answer. */
public record Change(BigDecimal before, BigDecimal after) {
    /** A larger change is more often a mistake (a wrong unit, a lost digit) than a new price. */
    private static final BigDecimal LARGEST_PLAUSIBLE = BigDecimal.valueOf(5);

    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_UP);

    /** Returns the number after divided by the one before, with six digits, 1 if both are 0; empty if only the first is 0. */
    public Optional<BigDecimal> ratio() {
        if (before.compareTo(after) == 0) {
            return Optional.of(BigDecimal.ONE);
        }
        return before.signum() == 0 ? Optional.empty() : Optional.of(Exact.normal(after.divide(before, SIX_DIGITS)));
    }

    /** Returns the larger number divided by the smaller, with six digits; empty if only one of them is 0. */
    public Optional<BigDecimal> factor() {
        return new Change(before.min(after), before.max(after)).ratio();
    }

    /** True if it is more than five times, or from or to 0: a person has to look at the source again. */
    public boolean needsSecondLook() {
        return factor().map(factor -> factor.compareTo(LARGEST_PLAUSIBLE) > 0).orElse(true);
    }
}
