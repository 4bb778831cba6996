package io.tunetally.interpreter.token;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A number as written.
 *
 * @param high the upper end of a range, else null
 * @param scaled the power of ten of its multiplier ({@code k} is 3), 0 without one
 * @param suffix an {@code m} or {@code b} whose meaning depends on the context, else a space
 * @param approximate given with "about", "at least" or the like
 * @param readings the possible values if its style is ambiguous ({@code 1.000}), else empty
 */
public record Numeral(
        BigDecimal value,
        @Nullable BigDecimal high,
        int scaled,
        char suffix,
        boolean approximate,
        List<BigDecimal> readings) {
    private static final char BILLIONS = 'b';

    private static final int THOUSAND = 3;
    private static final int DECIMALS = 2;
    private static final BigDecimal[] POWERS_OF_TEN = powersOfTen(12);

    private static BigDecimal[] powersOfTen(int highest) {
        BigDecimal[] powers = new BigDecimal[highest + 1];
        for (int i = 0; i <= highest; i++) {
            powers[i] = BigDecimal.TEN.pow(i);
        }
        return powers;
    }

    public static Numeral of(BigDecimal value) {
        return new Numeral(value, null, 0, ' ', false, List.of());
    }

    /** Returns the number times a power of ten: {@code 3,5k} and {@code 1,5 million} have a decimal comma, as no one groups one or two digits. */
    Numeral times(int power) {
        boolean decimal = power >= THOUSAND && value.scale() <= DECIMALS;
        return new Numeral(
                scaled(value, power),
                high == null ? null : scaled(high, power),
                scaled + power,
                ' ',
                approximate,
                readings.isEmpty() || decimal
                        ? List.of()
                        : readings.stream()
                                .map(reading -> reading.scaleByPowerOfTen(power))
                                .toList());
    }

    /** Whole numbers keep a scale of 0, which is the fastest to compute with. */
    public static BigDecimal scaled(BigDecimal value, int power) {
        return value.scale() == 0 && power < POWERS_OF_TEN.length
                ? value.multiply(POWERS_OF_TEN[power])
                : value.scaleByPowerOfTen(power);
    }

    public Numeral to(Numeral upper) {
        return new Numeral(value, upper.value, upper.scaled, upper.suffix, approximate || upper.approximate, readings);
    }

    public Numeral negated() {
        return new Numeral(value.negate(), null, scaled, suffix, approximate, List.of());
    }

    Numeral approximately() {
        return new Numeral(value, high, scaled, suffix, true, readings);
    }

    /** Returns the number in another unit, each of its readings converted. */
    public Numeral converted(UnaryOperator<BigDecimal> conversion) {
        return new Numeral(
                conversion.apply(value),
                high == null ? null : conversion.apply(high),
                scaled,
                ' ',
                approximate,
                readings.stream().map(conversion).toList());
    }

    /** Returns the number with its only reading that can be meant; the same if several can, or none. */
    public Numeral settled(Predicate<BigDecimal> canBeMeant) {
        List<BigDecimal> meant = readings.stream().filter(canBeMeant).toList();
        return meant.size() == 1 ? new Numeral(meant.getFirst(), high, scaled, suffix, approximate, List.of()) : this;
    }

    public boolean isRange() {
        return high != null;
    }

    /** True of {@code 8b} and {@code 1.5b}: billions of whatever the unit says, without one the size of a model. */
    public boolean isInBillions() {
        return suffix == BILLIONS;
    }

    public boolean isAmbiguous() {
        return !readings.isEmpty();
    }
}
