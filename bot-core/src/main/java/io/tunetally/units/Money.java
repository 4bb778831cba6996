package io.tunetally.units;

import java.math.BigDecimal;

/**
 * An exact amount in US dollars. Never rounds: rounding belongs to the wording of an answer.
 *
 * <p>Two amounts are equal when they are the same number ({@code 7.5} equals {@code 7.50}).
 */
public record Money(BigDecimal usd) implements Comparable<Money> {
    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        usd = Exact.normal(usd);
    }

    /** Parses a plain decimal such as {@code "37.50"}. */
    public static Money of(String usd) {
        return new Money(new BigDecimal(usd));
    }

    public Money plus(Money other) {
        return new Money(usd.add(other.usd));
    }

    public Money minus(Money other) {
        return new Money(usd.subtract(other.usd));
    }

    public Money times(BigDecimal factor) {
        return new Money(usd.multiply(factor));
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return usd.signum() == 0;
    }

    public boolean isPositive() {
        return usd.signum() > 0;
    }

    @Override
    public int compareTo(Money other) {
        return usd.compareTo(other.usd);
    }

    /** Returns the exact decimal, at least two places: {@code 37.50}, {@code 14.625}, {@code 0}. */
    public String toDecimal() {
        return Exact.toDecimal(usd);
    }

    /** Returns the exact amount with thousands separators: {@code $5,760.00}. */
    @Override
    public String toString() {
        return "$" + Exact.grouped(toDecimal());
    }
}
