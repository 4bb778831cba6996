package io.tunetally.interpreter.token;

/** Resolves the multiplier {@code m} or {@code b} after a number, once the unit is known. */
public final class Amounts {
    private Amounts() {}

    /** Returns a count of things: of the readings of {@code 4.100} the only whole number, if there is one. */
    public static Numeral count(Numeral numeral) {
        return counted(numeral).settled(reading -> reading.stripTrailingZeros().scale() <= 0);
    }

    public static Numeral counted(Numeral numeral) {
        return switch (numeral.suffix()) {
            case 'm' -> numeral.times(6);
            case 'b' -> numeral.times(9);
            default -> numeral;
        };
    }
}
