package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in a row that name several things of a kind beside a larger count: {@code lines 3 to 9 write notes, 7,200 of them}, {@code wards 4
 * and 6}, {@code shops 2, 3 and 7}. They count nothing.
 */
final class NumberedSeries {
    /** A higher number is a count as often as a name. */
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(99);

    /** The most words from a number to a plural behind it that it counts: {@code 2,300 long handover notes}. */
    private static final int REACH = 3;

    private final ParseState state;

    private NumberedSeries(ParseState state) {
        this.state = state;
    }

    /** Sets them aside in a message that begins a conversation. */
    static void read(ParseState state) {
        if (state.remembered.isEmpty()) {
            new NumberedSeries(state).read();
        }
    }

    private void read() {
        for (int i = 1; i < state.size(); i++) {
            int last = isNumber(i) && isNamedBy(i - 1) ? last(i) : -1;
            if (last >= 0 && !state.isUnitAt(last + 1) && isBesideCount(last)) {
                for (int number = i; number <= last; number++) {
                    if (state.isNumberAt(number)) {
                        state.setAside(number);
                    }
                }
            }
        }
    }

    /** True of a whole number, or a range, small enough for a name. */
    private boolean isNumber(int i) {
        if (!state.isNumberAt(i) || state.isOfMention(i) || state.token(i).use != Token.Use.NOTHING) {
            return false;
        }
        Numeral numeral = state.token(i).numeral();
        return !numeral.isAmbiguous()
                && numeral.suffix() == ' '
                && numeral.scaled() == 0
                && numeral.value().signum() > 0
                && numeral.value().stripTrailingZeros().scale() <= 0
                && high(i).compareTo(HIGHEST) <= 0;
    }

    private BigDecimal high(int number) {
        Numeral numeral = state.token(number).numeral();
        BigDecimal high = numeral.high();
        return high == null ? numeral.value() : high;
    }

    /** True of a plural before the first number, unless another number counts it: {@code 2,300 notes, 2 to 4 epochs}. */
    private boolean isNamedBy(int noun) {
        Token token = state.at(noun);
        Measure unit = state.measureAt(noun);
        // "GPUs 2 to 4" beside the name of one are a number of them.
        boolean others = unit == Measure.OTHER && !state.has(Category.GPUS);
        boolean word =
                token != null && (token.kind == Token.Kind.WORD || unit == Measure.ITEM || others || isNumbered(noun));
        if (!word || state.isNumberAt(noun) || state.isOfMention(noun) || !state.isPluralAt(noun)) {
            return false;
        }
        for (int i = noun - 1; i >= noun - REACH && !state.isBreakAt(i); i--) {
            if (state.isNumberAt(i) && !state.isOfMention(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNumbered(int noun) {
        return state.hasTyped(noun, Trait.NUMBERED_THING) || state.hasTyped(noun, Trait.NUMBERED_PLACE);
    }

    /** Returns the index of the last number of a series, or -1 if there is but one. */
    private int last(int first) {
        int last = first;
        boolean several = state.token(first).numeral().isRange();
        for (int next = next(last); next >= 0 && !state.isUnitAt(next + 1); next = next(last)) {
            last = next;
            several = true;
        }
        return several ? last : -1;
    }

    /** Returns the index of the next higher number of a series, or -1. */
    private int next(int number) {
        int next = number + 1;
        boolean comma = state.isSymbolAt(next, ',');
        next = comma ? next + 1 : next;
        boolean joint = state.isJoin(next)
                || state.isAt(next, Cue.TO)
                || state.isSymbolAt(next, '&')
                || (!state.isNumberAt(next) && state.hasTyped(next, Trait.UP_TO_LAST));
        next = joint ? next + 1 : next;
        boolean goesOn = (comma || joint) && isNumber(next);
        return goesOn && state.token(next).numeral().value().compareTo(high(number)) > 0 ? next : -1;
    }

    /** True if another number of the message is a count larger than a name may be. */
    private boolean isBesideCount(int last) {
        for (int i = 0; i < state.size(); i++) {
            if (i != last && isLargeCount(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLargeCount(int i) {
        Measure unit = state.measureAt(i + 1);
        return state.isNumberAt(i)
                && !state.isOfMention(i)
                && isThings(unit)
                && state.token(i).numeral().value().compareTo(HIGHEST) > 0;
    }

    private static boolean isThings(@Nullable Measure unit) {
        return unit == null || (unit != Measure.TOKEN && unit != Measure.DOLLAR && !unit.isTime());
    }
}
