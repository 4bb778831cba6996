package io.tunetally.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;

/** The arithmetic that the units share. */
public final class Exact {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private static final List<BigDecimal> POWERS_OF_TEN =
            IntStream.range(0, 19).mapToObj(BigDecimal.ONE::movePointRight).toList();

    private Exact() {}

    /** Normalises a number, so that equal numbers are equal records. */
    public static BigDecimal normal(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Returns a quotient, exact if it has a finite decimal form. A month of 30 days or a week of 7 does not always
     * divide evenly: then 34 significant digits are kept, thirty orders of magnitude below a cent.
     */
    public static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return normal(divided(dividend, divisor));
    }

    /** Returns the same, not normalised. */
    static BigDecimal divided(BigDecimal dividend, BigDecimal divisor) {
        if (isMultiple(dividend, divisor)) {
            return BigDecimal.valueOf(dividend.longValue() / divisor.longValue());
        }
        boolean onlyMovesThePoint = isPowerOfTen(divisor) && dividend.precision() <= PRECISION.getPrecision();
        return onlyMovesThePoint
                ? dividend.scaleByPowerOfTen(divisor.scale() + 1 - divisor.precision())
                : dividend.divide(divisor, PRECISION);
    }

    /** True for 1, 10, 100 and so on; most prices are per 1 or per million. */
    private static boolean isPowerOfTen(BigDecimal number) {
        return number.scale() == 0
                && number.precision() <= POWERS_OF_TEN.size()
                && number.compareTo(POWERS_OF_TEN.get(number.precision() - 1)) == 0;
    }

    /** True for one object as both ends of a range, which saves computing the second end. */
    @SuppressWarnings("ReferenceEquality") // Equal ends that are two objects are computed twice, with the same result.
    public static boolean isOne(Object low, Object high) {
        return low == high;
    }

    /** True if an amount is a whole multiple, such as 180 days of 30. */
    static boolean isMultiple(BigDecimal amount, BigDecimal of) {
        return isLong(amount) && isLong(of) && amount.longValue() % of.longValue() == 0;
    }

    private static boolean isLong(BigDecimal number) {
        return number.scale() == 0 && number.precision() < POWERS_OF_TEN.size();
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
        if ((point < 0 ? plain.length() : point) <= 3) {
            return plain;
        }
        StringBuilder text = new StringBuilder(plain);
        int first = plain.startsWith("-") ? 1 : 0;
        for (int at = (point < 0 ? plain.length() : point) - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
