package io.tunetally.request;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The entry of a slot in the table of {@link SlotName}. Limits, canonical text, echo, JSON, follow-ups, evidence,
 * offers and command options read this entry.
 *
 * @param <T> the type of the value
 * @param word the key of the JSON contract
 * @param limits the limits of a number; null if the slot is not numeric
 * @param number converts a number to a value; null if the slot is not numeric
 * @param spelling writes the canonical text
 * @param values every value of a slot that has few; empty for other slots
 * @param pattern the canonical text of a number, with {@code #} for the value; empty for other slots
 * @param echo the value with its unit in the line that says what was understood, with {@code #} for the value
 * @param usual a small, a usual and a large value, offered in place of an impossible one; may be empty
 * @param option the command option that fills it
 */
record SlotSpec<T>(
        String word,
        @Nullable Limits limits,
        @Nullable Function<BigDecimal, T> number,
        BiConsumer<CanonicalText, Slot<T>> spelling,
        List<T> values,
        String pattern,
        String echo,
        List<Long> usual,
        Optional<Option> option,
        Set<SlotTrait> traits) {
    SlotSpec {
        values = List.copyOf(values);
        usual = List.copyOf(usual);
        traits = Set.copyOf(traits);
    }

    /** An option of commands and forms. */
    record Option(String name, String description) {}

    /**
     * Starts a slot for a count: whole numbers from 1.
     *
     * @param problem the kind of the problem for an invalid number
     */
    static Builder<Long> count(String word, String problem, long most) {
        return new Builder<>(
                word, new Limits(problem, BigDecimal.ONE, BigDecimal.valueOf(most), true), BigDecimal::longValueExact);
    }

    /**
     * Starts a slot for a count that may be none: whole numbers from 0.
     *
     * @param problem the kind of the problem for an invalid number
     */
    static Builder<Long> countOrNone(String word, String problem, long most) {
        return new Builder<>(
                word, new Limits(problem, BigDecimal.ZERO, BigDecimal.valueOf(most), true), BigDecimal::longValueExact);
    }

    /**
     * Starts a slot for a measure.
     *
     * @param problem the kind of the problem for an invalid number
     */
    static Builder<BigDecimal> amount(String word, String problem, String least, long most) {
        return new Builder<>(
                word, new Limits(problem, new BigDecimal(least), BigDecimal.valueOf(most), false), SlotSpec::plain);
    }

    /** Starts a slot that is on or off. */
    static Builder<Boolean> flag(String word, String on, String off) {
        return new Builder<Boolean>(word, null, null)
                .oneOf(List.of(true, false))
                .spelled((out, slot) -> out.say(slot.value() ? on : off));
    }

    /** Starts a slot for anything but a number. */
    static <T> Builder<T> choice(String word, BiConsumer<CanonicalText, Slot<T>> spelling) {
        return new Builder<T>(word, null, null).spelled(spelling);
    }

    /** Normalises a value, so that equal requests are equal. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Returns a constant in lower case. */
    static String lowerCase(Object value) {
        return String.valueOf(value).toLowerCase(Locale.ROOT);
    }

    static final class Builder<T> {
        private final String word;
        private final @Nullable Limits limits;
        private final @Nullable Function<BigDecimal, T> number;
        private final Set<SlotTrait> traits = EnumSet.noneOf(SlotTrait.class);
        private BiConsumer<CanonicalText, Slot<T>> spelling = (_, _) -> {};
        private List<T> values = List.of();
        private String pattern = "";
        private String echo = "#";
        private List<Long> usual = List.of();
        private Optional<Option> option = Optional.empty();

        private Builder(String word, @Nullable Limits limits, @Nullable Function<BigDecimal, T> number) {
            this.word = word;
            this.limits = limits;
            this.number = number;
        }

        private Builder<T> spelled(BiConsumer<CanonicalText, Slot<T>> by) {
            spelling = by;
            return this;
        }

        /** Sets the canonical text of a number, with {@code #} for the value. */
        Builder<T> written(String canonicalPattern) {
            String[] around = canonicalPattern.split("#", -1);
            pattern = canonicalPattern;
            return spelled((out, slot) -> out.number(slot, around[0], around[1]));
        }

        /** Sets the canonical text of a number with a unit that has a singular, as in {@code 1 epoch}, {@code 2 epochs}. */
        Builder<T> counted(String unit) {
            pattern = "# " + unit + "s";
            return spelled((out, slot) -> out.count(slot, " " + unit));
        }

        /** Sets the canonical text of a number that another slot's text may contain. */
        Builder<T> written(String canonicalPattern, BiConsumer<CanonicalText, Slot<T>> by) {
            pattern = canonicalPattern;
            return spelled(by);
        }

        /** Sets that no text of its own is written. */
        Builder<T> unwritten() {
            return spelled((_, _) -> {});
        }

        /** Sets every value of a slot that has few. */
        Builder<T> oneOf(List<T> every) {
            values = every;
            return this;
        }

        Builder<T> echo(String valuePattern) {
            echo = valuePattern;
            return this;
        }

        Builder<T> usual(long small, long middle, long large) {
            usual = LongStream.of(small, middle, large).boxed().toList();
            return this;
        }

        Builder<T> option(String name, String description) {
            option = Optional.of(new Option(name, description));
            return this;
        }

        Builder<T> is(SlotTrait... some) {
            traits.addAll(List.of(some));
            return this;
        }

        SlotSpec<T> build() {
            return new SlotSpec<>(word, limits, number, spelling, values, pattern, echo, usual, option, traits);
        }
    }
}
