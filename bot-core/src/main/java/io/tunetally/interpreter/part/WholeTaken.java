package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;

/** Words that take all of the counts of a sentence before them: {@code everything goes into it}, {@code the price on all of it}. */
public final class WholeTaken {
    /** The most words from the end of a sentence of counts to those that take all of them. */
    private static final int REACH = 6;

    private WholeTaken() {}

    /** True if the sentence behind an index begins with the words that take all: {@code all go to the training}. */
    public static boolean isSaid(ParseState state, int end) {
        for (int i = end; i < Math.min(state.size(), end + REACH); i++) {
            boolean all = state.isAt(i, Cue.ALL) && !state.isNumberAt(i + 1) && !state.isAt(i + 1, Cue.OF);
            if (all || state.hasTyped(i, Trait.TAKES_BOTH)) {
                return true;
            }
        }
        return isTrainedOnAll(state, end);
    }

    /** {@code what does 4.1 mini come to on all of it}, {@code the price on everything}. */
    private static boolean isTrainedOnAll(ParseState state, int end) {
        for (int i = end; i < state.size() - 1 && state.has(Cue.ON); i++) {
            int all = state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE) ? i + 2 : i + 1;
            boolean whole = state.isAt(all, Cue.ALL) && (state.isBreakAt(all + 1) || state.isAt(all + 1, Cue.OF));
            if (state.isAt(i, Cue.ON)
                    && (whole || (state.hasTyped(all, Trait.TAKES_BOTH) && state.isBreakAt(all + 1)))) {
                return true;
            }
        }
        return false;
    }
}
