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
        this.factors = List.copyOf(factors);
        this.product = product;
    }

    /** Creates the product of factors. */
    public static QuantityFormula of(Unit unit, Factor first, Factor... others) {
        List<Factor> factors = new ArrayList<>(others.length + 1);
        factors.add(first);
        Quantity product = new Quantity(first.low(), first.high(), unit);
        for (Factor factor : others) {
            factors.add(factor);
            product = times(product, factor);
        }
        return new QuantityFormula(factors, product);
    }

    private static Quantity times(Quantity quantity, Factor factor) {
        boolean exact = Exact.isOne(quantity.low(), quantity.high()) && factor.isExact();
        BigDecimal low = quantity.low().multiply(factor.low());
        BigDecimal high = exact ? low : quantity.high().multiply(factor.high());
        return new Quantity(low, high, quantity.unit());
    }

    /** Returns the quantity with one more factor; a factor of one explains nothing and is left out. */
    public QuantityFormula times(Factor factor) {
        if (factor.isOne()) {
            return this;
        }
        List<Factor> longer = new ArrayList<>(factors);
        longer.add(factor);
        return new QuantityFormula(longer, times(product, factor));
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
