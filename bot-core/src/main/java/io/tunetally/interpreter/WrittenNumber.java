package io.tunetally.interpreter;

import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.token.NumberScanner;
import io.tunetally.interpreter.token.Numeral;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * A number that stands alone, as in a form field: {@code 1000}, {@code 1,000}, {@code 1k}, {@code 1.5M}, {@code 14.28}.
 * The answer reports values out of range, as for a number in a message.
 */
public final class WrittenNumber {
    private static final int LONGEST = 100;

    private WrittenNumber() {}

    /** Returns the number; of the two readings of {@code 1.000}, the smaller one. Empty for any other text. */
    public static Optional<BigDecimal> of(String text) {
        String number = text.strip().toLowerCase(Locale.ROOT);
        if (number.isEmpty() || number.length() > LONGEST || !Boundary.isDigit(number.charAt(0))) {
            return Optional.empty();
        }
        NumberScanner scanner = new NumberScanner(number, number.length());
        scanner.scan(0, false, false);
        if (scanner.isCode()) {
            return Optional.empty();
        }
        BigDecimal value = scanner.numeral().value();
        return switch (number.substring(scanner.end()).strip()) {
            case "" -> Optional.of(value);
            case "k" -> Optional.of(Numeral.scaled(value, 3));
            case "m" -> Optional.of(Numeral.scaled(value, 6));
            case "b" -> Optional.of(Numeral.scaled(value, 9));
            default -> Optional.empty();
        };
    }
}
