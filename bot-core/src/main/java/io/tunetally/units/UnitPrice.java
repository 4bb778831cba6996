package io.tunetally.units;

import java.math.BigDecimal;

/**
 * The price of a number of units: {@code $25.00 per 1,000,000 tokens}.
 *
 * @param price for {@code per} units, a band where a rule or disagreeing sources leave one
 * @param per the number of units that the price buys, above zero
 */
public record UnitPrice(Band price, BigDecimal per, Unit unit) {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public UnitPrice {
        per = Exact.normal(per);
        if (per.signum() <= 0) {
            throw new IllegalArgumentException("a price must be per something, not per " + per);
        }
    }

    public static UnitPrice perMillionTokens(Band price) {
        return new UnitPrice(price, MILLION, Unit.TOKEN);
    }

    public static UnitPrice each(Band price, Unit unit) {
        return new UnitPrice(price, BigDecimal.ONE, unit);
    }

    public UnitPrice times(BigDecimal low, BigDecimal high) {
        return new UnitPrice(new Band(price.low().times(low), price.high().times(high)), per, unit);
    }

    /** Returns the cost of a quantity of the same unit: low end at the low price, high end at the high price. */
    public Band of(Quantity quantity) {
        if (quantity.unit() != unit) {
            throw new IllegalArgumentException("a price per " + unit.label() + " cannot price " + quantity);
        }
        if (quantity.isExact() && quantity.low().compareTo(per) == 0) {
            return price;
        }
        Money low = costOf(quantity.low(), price.low());
        return quantity.isExact() && price.isExact()
                ? Band.exactly(low)
                : new Band(low, costOf(quantity.high(), price.high()));
    }

    private Money costOf(BigDecimal amount, Money priceForPer) {
        return Exact.isMultiple(amount, per)
                ? priceForPer.times(BigDecimal.valueOf(amount.longValue() / per.longValue()))
                : new Money(Exact.divided(amount.multiply(priceForPer.usd()), per));
    }

    @Override
    public String toString() {
        return price + " per " + per.toPlainString() + " " + unit.label();
    }
}
