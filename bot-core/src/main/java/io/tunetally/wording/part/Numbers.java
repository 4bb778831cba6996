package io.tunetally.wording.part;

import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import io.tunetally.units.Quantity;
import io.tunetally.units.Rounded;
import io.tunetally.units.UnitPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Formats numbers; the only place that rounds. Amounts are rounded half up to cents, from $1,000 to dollars with thousands
 * separators, and below one cent they read {@code < $0.01}. Unit prices, and amounts of a calculation, are shown as listed.
 */
public final class Numbers {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    /** From here on, cents decide nothing. */
    private static final BigDecimal WHOLE_DOLLARS = BigDecimal.valueOf(1_000);

    /** So many places of an amount are read as they are. */
    private static final int FEW_PLACES = 3;

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private Numbers() {}

    public static String money(Money amount) {
        BigDecimal usd = amount.usd();
        if (usd.signum() > 0 && usd.compareTo(CENT) < 0) {
            return "< $0.01";
        }
        BigDecimal cents = usd.setScale(2, RoundingMode.HALF_UP);
        boolean whole = cents.compareTo(WHOLE_DOLLARS) >= 0;
        return "$" + Exact.grouped((whole ? usd.setScale(0, RoundingMode.HALF_UP) : cents).toPlainString());
    }

    /** Returns one amount, or {@code $0.22-$0.29}. */
    public static String money(Band band) {
        String low = money(band.low());
        String high = money(band.high());
        return low.equals(high) ? low : low + "-" + high;
    }

    /** Returns a price as listed, with all digits: {@code $25.00 / 1M tokens}, {@code $1.70 / hour}. */
    public static String unitPrice(UnitPrice price) {
        String amount = price.price().isExact()
                ? listed(price.price().low())
                : listed(price.price().low()) + "-" + listed(price.price().high());
        if (price.per().compareTo(MILLION) == 0) {
            return amount + " / 1M " + price.unit().label() + "s";
        }
        return price.per().compareTo(BigDecimal.ONE) == 0
                ? amount + " / " + price.unit().label()
                : amount + " / " + count(price.per()) + " " + price.unit().label() + "s";
    }

    /**
     * Returns an amount of arithmetic: with its own digits if they are few or it is below a cent, else to the cent, or below a
     * dollar to four places.
     */
    public static String amount(Money amount) {
        BigDecimal usd = amount.usd();
        boolean asItIs = usd.stripTrailingZeros().scale() <= FEW_PLACES || usd.compareTo(CENT) < 0;
        return asItIs
                ? listed(amount)
                : "$" + Exact.grouped(rounded(usd, 2, usd.compareTo(BigDecimal.ONE) < 0 ? 4 : 2));
    }

    public static String amount(Band band) {
        String low = amount(band.low());
        String high = amount(band.high());
        return low.equals(high) ? low : low + "-" + high;
    }

    /** Returns an amount with its own digits, two to six places, grouped as in {@link #money(Money)}. */
    public static String listed(Money amount) {
        return "$" + Exact.grouped(rounded(amount.usd(), 2, 6));
    }

    public static String listed(Band band) {
        return band.isExact() ? listed(band.low()) : listed(band.low()) + "-" + listed(band.high());
    }

    /** Returns a count with thousands separators, rounded as a person reads it. */
    public static String count(BigDecimal number) {
        return Exact.grouped(Rounded.of(number).toPlainString());
    }

    public static String count(long number) {
        return count(BigDecimal.valueOf(number));
    }

    public static String range(BigDecimal low, BigDecimal high) {
        return low.compareTo(high) == 0 ? count(low) : count(low) + "-" + count(high);
    }

    public static String quantity(Quantity quantity) {
        boolean one = quantity.isExact() && quantity.low().compareTo(BigDecimal.ONE) == 0;
        return range(quantity.low(), quantity.high()) + " " + quantity.unit().label() + (one ? "" : "s");
    }

    /** Returns one of three words: all of a cost is within a limit, only its low end is, or none of it. */
    public static String within(Band cost, Money limit, String all, String lowEnd, String none) {
        if (cost.high().compareTo(limit) <= 0) {
            return all;
        }
        return cost.low().compareTo(limit) <= 0 ? lowEnd : none;
    }

    public static String percent(BigDecimal share) {
        return count(share.movePointRight(2)) + " %";
    }

    /** Rounds half up to the maximum number of places; trailing zeros are kept up to the minimum number. */
    private static String rounded(BigDecimal number, int leastPlaces, int mostPlaces) {
        BigDecimal digits = number.setScale(mostPlaces, RoundingMode.HALF_UP).stripTrailingZeros();
        return (digits.scale() < leastPlaces ? digits.setScale(leastPlaces) : digits).toPlainString();
    }
}
