package io.tunetally.interpreter.part;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A part of a count: {@code 20%}, {@code one in five}, {@code a third}, {@code every tenth}.
 *
 * @param of how many of the parts: the 2 of {@code two thirds}
 * @param parts of how many the whole consists: the 3 of {@code two thirds}
 * @param first the index of its first token
 * @param last the index of its last token
 */
public record Part(BigDecimal of, BigDecimal parts, int first, int last) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Part ofPercent(BigDecimal percent, int first, int last) {
        return new Part(percent, HUNDRED, first, last);
    }

    public boolean isPercent() {
        return parts.compareTo(HUNDRED) == 0;
    }

    public BigDecimal fraction() {
        return of.divide(parts, MathContext.DECIMAL64);
    }

    /** Returns the part of a whole, not rounded to a whole number. */
    public BigDecimal portion(BigDecimal whole) {
        return whole.multiply(of).divide(parts, MathContext.DECIMAL64);
    }

    /** Returns the part of a whole, rounded to a whole number. */
    public BigDecimal count(BigDecimal whole) {
        return whole.multiply(of).divide(parts, 0, RoundingMode.HALF_UP);
    }
}
