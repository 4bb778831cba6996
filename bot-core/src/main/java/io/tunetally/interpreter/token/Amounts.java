package io.tunetally.interpreter.token;

/** Resolves the multiplier {@code m} or {@code b} after a number, once the unit is known. */
public final class Amounts {
    private Amounts() {}

    public static Numeral counted(Numeral numeral) {
        return switch (numeral.suffix()) {
            case 'm' -> numeral.times(6);
            case 'b' -> numeral.times(9);
            default -> numeral;
        };
    }
}
