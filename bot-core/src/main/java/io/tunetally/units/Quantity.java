package io.tunetally.units;

import java.math.BigDecimal;

/**
 * A number of units, as a band low..high; both ends are equal if the number is known.
 *
 * @param low not negative and never above {@code high}
 */
public record Quantity(BigDecimal low, BigDecimal high, Unit unit) {
    public Quantity {
        boolean exact = Exact.isOne(low, high);
        low = Exact.normal(low);
        high = exact ? low : Exact.normal(high);
        if (low.signum() < 0 || low.compareTo(high) > 0) {
            throw new IllegalArgumentException("not a quantity: " + low + ".." + high + " " + unit.label());
        }
    }

    public static Quantity of(BigDecimal amount, Unit unit) {
        return new Quantity(amount, amount, unit);
    }

    public static Quantity of(long amount, Unit unit) {
        return of(BigDecimal.valueOf(amount), unit);
    }

    public static Quantity of(long low, long high, Unit unit) {
        return new Quantity(BigDecimal.valueOf(low), BigDecimal.valueOf(high), unit);
    }

    public boolean isExact() {
        return Exact.isOne(low, high) || low.compareTo(high) == 0;
    }

    @Override
    public String toString() {
        String amount = isExact() ? low.toPlainString() : low.toPlainString() + "-" + high.toPlainString();
        return amount + " " + unit.label();
    }
}
