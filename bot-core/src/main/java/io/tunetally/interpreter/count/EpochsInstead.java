package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Reads epochs whose unit stands before, without a number: {@code what is an epoch, and would 5 instead of 3 cost more}. */
public final class EpochsInstead {
    private static final BigDecimal MOST = BigDecimal.valueOf(20);

    private EpochsInstead() {}

    /** Claims the epochs that replace others. */
    public static void read(ParseState state) {
        if (!state.has(Measure.EPOCH) || !state.has(Cue.INSTEAD_OF) || state.candidates.has(SlotName.EPOCHS)) {
            return;
        }
        boolean named = false;
        for (int i = 0; i < state.size(); i++) {
            named |= state.isAt(i, Measure.EPOCH) && !state.isNumberAt(i - 1);
            boolean replaces = isFew(state, i) && state.isAt(i + 1, Cue.INSTEAD_OF);
            // "5 instead of 10 epochs": the unit stands once, behind both.
            boolean behind = replaces && state.isNumberAt(i + 2) && state.isAt(i + 3, Measure.EPOCH);
            if (behind || (named && replaces && isFew(state, i + 2))) {
                state.claim(SlotName.EPOCHS, i, i, i);
                state.candidates.settle(i);
                state.ignore(i + 2);
                return;
            }
        }
    }

    private static boolean isFew(ParseState state, int number) {
        return state.isCountAt(number)
                && !state.isUnitAt(number + 1)
                && state.token(number).numeral().value().signum() > 0
                && state.token(number).numeral().value().compareTo(MOST) <= 0;
    }
}
