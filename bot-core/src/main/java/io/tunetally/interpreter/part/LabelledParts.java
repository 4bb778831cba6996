package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * The part of a larger count that has labels: of {@code we received 48,200 SMS. From this we have labelled 2,000} these 2,000
 * are the data.
 */
public final class LabelledParts {
    /** The most words between the number and the word for its labels. */
    private static final int REACH = 4;

    /** The most tokens from the part back to its whole. */
    private static final int REACH_OF_WHOLE = 30;

    private LabelledParts() {}

    /** Takes the part for the data and drops its whole. */
    public static void read(ParseState state) {
        if (!state.hasTypedAnywhere(Trait.LABELLED) || !state.remembered.isEmpty() || state.terse) {
            return;
        }
        RemovedParts counted = new RemovedParts(state);
        for (int i = 1; i < state.size(); i++) {
            boolean part = counted.isCount(i) && isLabelled(state, i) && refersToWhole(state, i);
            int whole = part ? wholeBefore(state, i) : -1;
            if (whole >= 0) {
                state.withdraw(whole);
                state.candidates.settle(whole);
                state.candidates.withdraw(i);
                state.claim(SlotName.EXAMPLES, i, i, i);
                state.candidates.settle(i);
                return;
            }
        }
    }

    /** {@code we have labelled 2,000}, {@code 900 are annotated by us}, {@code 1,800 have been coded}. */
    private static boolean isLabelled(ParseState state, int number) {
        if (state.hasTyped(number - 1, Trait.LABELLED)) {
            return true;
        }
        for (int i = number + 1; i <= number + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.LABELLED)) {
                return true;
            }
        }
        return false;
    }

    /** {@code from this}, {@code of those}, {@code from which}, {@code of that}. */
    private static boolean refersToWhole(ParseState state, int number) {
        Sentence sentence = state.sentence(number);
        for (int i = sentence.first(); i < sentence.end(); i++) {
            boolean of = state.isAt(i, Cue.FROM) || state.hasTyped(i, Trait.PART_OF);
            boolean whole = state.hasTyped(i + 1, Trait.PRONOUN)
                    || state.hasTyped(i + 1, Trait.RELATIVE)
                    || state.isAt(i + 1, Cue.THEM);
            // "of our 2,300 maps 1,150 are transcribed"
            boolean owned = state.isAt(i + 1, Cue.PERSON) || state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE);
            boolean counted = owned && i + 2 < number && state.isNumberAt(i + 2);
            if (of && (whole || counted)) {
                return true;
            }
        }
        return false;
    }

    private static int wholeBefore(ParseState state, int part) {
        for (int i = part - 1; i >= Math.max(0, part - REACH_OF_WHOLE); i--) {
            boolean larger = state.isNumberAt(i)
                    && !state.isSymbolAt(i - 1, '$')
                    && !state.isPercentAt(i + 1)
                    && value(state, i).compareTo(value(state, part)) > 0
                    && (state.isItemAt(i + 1) || !state.isUnitAt(i + 1));
            if (larger) {
                return i;
            }
        }
        return -1;
    }

    private static BigDecimal value(ParseState state, int i) {
        return Amounts.counted(state.token(i).numeral()).value();
    }
}
