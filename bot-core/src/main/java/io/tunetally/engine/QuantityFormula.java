package io.tunetally.engine;

import io.tunetally.units.Exact;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A quantity as the product of its factors, so that number and explanation are one. Equal if the factors and the unit are. */
public final class QuantityFormula {
    private final List<Factor> factors;
    private final Quantity product;

    private QuantityFormula(List<Factor> factors, Quantity product) {
        this.factors = factors;
        this.product = product;
    }

    /** Creates the product of factors. */
    public static QuantityFormula of(Unit unit, Factor first, Factor... others) {
        Factor[] factors = new Factor[others.length + 1];
        factors[0] = first;
        System.arraycopy(others, 0, factors, 1, others.length);
        return new QuantityFormula(List.of(factors), product(first.low(), first.high(), unit, others));
    }

    private static Quantity product(BigDecimal low, BigDecimal high, Unit unit, Factor... factors) {
        boolean exact = Exact.isOne(low, high);
        BigDecimal least = low;
        BigDecimal most = high;
        for (Factor factor : factors) {
            exact &= factor.isExact();
            least = least.multiply(factor.low());
            most = exact ? least : most.multiply(factor.high());
        }
        return new Quantity(least, most, unit);
    }

    /** Returns the quantity with one more factor; a factor of one explains nothing and is left out. */
    public QuantityFormula times(Factor factor) {
        if (factor.isOne()) {
            return this;
        }
        List<Factor> longer = new ArrayList<>(factors);
        longer.add(factor);
        return new QuantityFormula(List.copyOf(longer), product(product.low(), product.high(), product.unit(), factor));
    }

    /** Returns the factors, at least one. */
    public List<Factor> factors() {
        return factors;
    }

    public Unit unit() {
        return product.unit();
    }

    public Quantity quantity() {
        return product;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof QuantityFormula other && factors.equals(other.factors) && unit() == other.unit();
    }

    @Override
    public int hashCode() {
        return Objects.hash(factors, unit());
    }

    @Override
    public String toString() {
        return factors + " = " + product;
    }
}
