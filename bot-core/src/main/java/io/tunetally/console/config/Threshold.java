package io.tunetally.console.config;

import io.tunetally.answer.config.CostDifference;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The largest increase in cost that is accepted.
 *
 * @param written as on the command line
 * @param share whether the amount is a share of the base; else US dollars
 */
record Threshold(String written, BigDecimal amount, boolean share) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*(%|usd)");

    /** Returns a threshold such as {@code 20%} or {@code 50usd}; empty for anything else. */
    static Optional<Threshold> of(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean share = matcher.group(2).equals("%");
        BigDecimal number = new BigDecimal(matcher.group(1));
        return Optional.of(new Threshold(text.strip(), share ? number.movePointLeft(2) : number, share));
    }

    /** True if an increase is larger. From a base that costs nothing every increase is beyond any share. */
    boolean isExceededBy(CostDifference difference) {
        if (!difference.increase().isPositive()) {
            return false;
        }
        return share
                ? difference.share().map(part -> part.compareTo(amount) > 0).orElse(true)
                : difference.increase().usd().compareTo(amount) > 0;
    }
}
