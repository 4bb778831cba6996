package io.tunetally.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as a person reads them; computation goes on with the exact ones. */
public final class Rounded {
    /** From here on, a part of one decides nothing. */
    private static final BigDecimal WHOLE = BigDecimal.valueOf(1_000);

    private static final int PLACES = 2;

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_UP);

    /** A number of a text that has more places than a person types; an amount of money has those that were said. */
    private static final Pattern MANY_PLACES = Pattern.compile("(?<![\\w.$])\\d+\\.\\d{3,}(?![\\w.])");

    private Rounded() {}

    /** Rounds half up to two places, from 1,000 to a whole number; a number near 0 keeps one digit. */
    public static BigDecimal of(BigDecimal number) {
        BigDecimal rounded = number.setScale(number.abs().compareTo(WHOLE) < 0 ? PLACES : 0, RoundingMode.HALF_UP);
        return Exact.normal(rounded.signum() == 0 ? number.round(ONE_DIGIT) : rounded);
    }

    /** Rounds the numbers of a text. */
    public static String text(String text) {
        return MANY_PLACES
                .matcher(text)
                .replaceAll(match -> of(new BigDecimal(match.group())).toPlainString());
    }
}
