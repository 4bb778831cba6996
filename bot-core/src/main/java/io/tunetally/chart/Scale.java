package io.tunetally.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** An axis of amounts from zero to a round number, in steps of 1, 2 or 5 times a power of ten. */
record Scale(BigDecimal stepUsd, int steps) {
    private static final int MOST_STEPS = 5;
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.valueOf(5), BigDecimal.TEN);

    /** Returns the finest axis that reaches an amount in at most five steps. */
    static Scale to(BigDecimal largestUsd) {
        if (largestUsd.signum() <= 0) {
            return new Scale(BigDecimal.ONE, 1);
        }
        BigDecimal atLeast = largestUsd.divide(BigDecimal.valueOf(MOST_STEPS), 12, RoundingMode.CEILING);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(atLeast.precision() - atLeast.scale() - 1);
        BigDecimal step = ROUND.stream()
                .map(power::multiply)
                .filter(candidate -> candidate.compareTo(atLeast) >= 0)
                .findFirst()
                .orElseThrow();
        return new Scale(step, largestUsd.divide(step, 0, RoundingMode.CEILING).intValueExact());
    }

    /** Returns the amounts at its marks, starting with zero. */
    List<BigDecimal> marksUsd() {
        return IntStream.rangeClosed(0, steps)
                .mapToObj(n -> stepUsd.multiply(BigDecimal.valueOf(n)))
                .toList();
    }

    /** Returns the relative height of an amount, from 0 to 1. */
    double share(BigDecimal usd) {
        return usd.doubleValue() / stepUsd.multiply(BigDecimal.valueOf(steps)).doubleValue();
    }

    /** Returns {@code $0}, {@code $0.50}, {@code $12,000}: marks are exact. */
    String written(BigDecimal markUsd) {
        boolean whole = stepUsd.stripTrailingZeros().scale() <= 0;
        String pattern = whole ? "$#,##0" : "$#,##0.00######";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(markUsd);
    }
}
