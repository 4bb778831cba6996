package io.tunetally.interpreter.token;

/** Settles what an {@code m} or {@code b} behind a number multiplies by, once it is known what is counted. */
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
