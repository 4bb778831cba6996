package io.tunetally.slack;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A whole number from 1 on as people type it into a field: {@code 1000}, {@code 1,000}, {@code 1 000}, {@code 1k}, {@code 1.5k}. */
final class WholeNumber {
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([, _']\\d{3})+");
    private static final Pattern GROUPING = Pattern.compile("[, _']");
    private static final Pattern WITH_UNIT = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?[km]");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,12}");
    private static final int THOUSAND = 3;
    private static final int MILLION = 6;

    private WholeNumber() {}

    /** Its digits; empty where the text says none, or one that is too large. */
    static Optional<String> digits(String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        if (GROUPED.matcher(typed).matches()) {
            typed = GROUPING.matcher(typed).replaceAll("");
        }
        if (WITH_UNIT.matcher(typed).matches()) {
            int last = typed.length() - 1;
            typed = new BigDecimal(typed.substring(0, last))
                    .scaleByPowerOfTen(typed.charAt(last) == 'k' ? THOUSAND : MILLION)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return DIGITS.matcher(typed).matches()
                ? Optional.of(new BigDecimal(typed).toPlainString()).filter(number -> !number.equals("0"))
                : Optional.empty();
    }
}
