package io.tunetally.engine;

import io.tunetally.units.Exact;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A quantity as the product of its factors, so that number and explanation are one.
 *
 * @param factors at least one
 */
public record QuantityFormula(List<Factor> factors, Unit unit) {
    public QuantityFormula {
        factors = List.copyOf(factors);
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("a quantity needs at least one factor");
        }
    }

    public static QuantityFormula of(Unit unit, Factor... factors) {
        return new QuantityFormula(List.of(factors), unit);
    }

    /** Returns the quantity with one more factor; a factor of one explains nothing and is left out. */
    public QuantityFormula times(Factor factor) {
        if (factor.isOne()) {
            return this;
        }
        List<Factor> longer = new ArrayList<>(factors);
        longer.add(factor);
        return new QuantityFormula(longer, unit);
    }

    public Quantity quantity() {
        BigDecimal low = factors.getFirst().low();
        BigDecimal high = factors.getFirst().high();
        for (int i = 1; i < factors.size(); i++) {
            boolean exact = Exact.isOne(low, high) && factors.get(i).isExact();
            low = low.multiply(factors.get(i).low());
            high = exact ? low : high.multiply(factors.get(i).high());
        }
        return new Quantity(low, high, unit);
    }
}
