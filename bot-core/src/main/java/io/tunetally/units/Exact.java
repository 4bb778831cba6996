package io.tunetally.units;

import java.math.BigDecimal;
import java.math.MathContext;

/** The arithmetic that the units share. */
public final class Exact {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private Exact() {}

    /** Normalises a number, so that equal numbers are equal records. */
    public static BigDecimal normal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Returns a quotient, exact if it has a finite decimal form. A month of 30 days or a week of 7 does not always
     * divide evenly: then 34 significant digits are kept, thirty orders of magnitude below a cent.
     */
    public static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        boolean onlyMovesThePoint = isPowerOfTen(divisor) && dividend.precision() <= PRECISION.getPrecision();
        return normal(
                onlyMovesThePoint
                        ? dividend.scaleByPowerOfTen(divisor.scale() + 1 - divisor.precision())
                        : dividend.divide(divisor, PRECISION));
    }

    /** True for 1, 10, 100 and so on, or 0.1 and so on; most prices are per 1 or per million. */
    private static boolean isPowerOfTen(BigDecimal number) {
        return number.signum() > 0
                && number.scaleByPowerOfTen(number.scale() + 1 - number.precision())
                                .compareTo(BigDecimal.ONE)
                        == 0;
    }

    /** Returns the plain decimal of an amount: {@code 0}, or at least two places and never an exponent. */
    public static String toDecimal(BigDecimal amount) {
        if (amount.signum() == 0) {
            return "0";
        }
        return amount.scale() < 2 ? amount.setScale(2).toPlainString() : amount.toPlainString();
    }

    /** Inserts thousands separators into a plain decimal. */
    public static String grouped(String plain) {
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        int first = plain.startsWith("-") ? 1 : 0;
        for (int at = (point < 0 ? plain.length() : point) - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
