package io.tunetally.interpreter;

/** Settles what an {@code m} or {@code b} behind a number multiplies by, once it is known what is counted. */
final class Amounts {
    private Amounts() {}

    static Numeral counted(Numeral numeral) {
        return switch (numeral.suffix()) {
            case 'm' -> numeral.times(6);
            case 'b' -> numeral.times(9);
            default -> numeral;
        };
    }
}
