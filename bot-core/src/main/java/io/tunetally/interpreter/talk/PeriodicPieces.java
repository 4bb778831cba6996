package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;

/**
 * Reads pieces written one a day or a week, over a time that is said: {@code 3,650 daily bulletins in the last ten years}. They are
 * the data, and neither traffic nor a number for each year.
 */
public final class PeriodicPieces {
    /** The most words from the pieces to their time. */
    private static final int REACH = 8;

    private PeriodicPieces() {}

    /** Reads them, before other numbers are read. */
    public static void read(ParseState state) {
        if (!state.remembered.isEmpty() || !state.speaksOfTuning()) {
            return;
        }
        for (int i = 1; i + 2 < state.size(); i++) {
            Measure period = state.measureAt(i + 1);
            boolean pieces = period != null
                    && period.isTime()
                    && state.hasTyped(i + 1, Trait.EACH_PERIOD)
                    && (state.isItemAt(i + 2) || state.isPluralAt(i + 2));
            if (pieces && state.isCountAt(i) && isWritten(state, i)) {
                int span = span(state, i + 2);
                if (span >= 0) {
                    claim(state, i, span);
                }
            }
        }
    }

    private static boolean isWritten(ParseState state, int number) {
        for (int i = state.clause(number).first(); i < number; i++) {
            boolean traffic = state.hasTyped(i, Trait.OWNS) || state.hasTyped(i, Trait.TELLS_TRAFFIC);
            boolean writes = state.hasTyped(i, Trait.COLLECTS)
                    || state.hasTyped(i, Trait.MADE)
                    || state.hasTyped(i, Trait.REMAINS);
            if (writes && !traffic) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the ten of {@code in the last ten years}, or of the year of {@code since 2014}, or -1. */
    private static int span(ParseState state, int pieces) {
        boolean led = false;
        for (int i = pieces + 1; i <= pieces + REACH && !state.isBreakAt(i); i++) {
            Measure unit = state.measureAt(i + 1);
            boolean years = unit != null && unit.isTime();
            if (state.isNumberAt(i)) {
                return led && (years || state.token(i).isYear()) ? i : -1;
            }
            led |= state.hasTyped(i, Trait.EARLIER_OF_TWO)
                    || state.isAt(i, Cue.PAST)
                    || state.isAt(i, Cue.OVER)
                    || state.hasTyped(i, Trait.SINCE_TIME)
                    || state.isAt(i, Cue.IN);
        }
        return -1;
    }

    private static void claim(ParseState state, int number, int span) {
        state.candidates.add(
                SlotName.EXAMPLES, Amounts.counted(state.token(number).numeral()), number);
        state.candidates.settle(number);
        state.use(number, number + 2, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
        state.setAside(span);
        if (state.isAt(span + 1, Category.UNITS)) {
            state.ignore(span + 1);
        }
    }
}
