package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums that are taken back in the same breath: {@code 1.2k dollars left for this, no wait 1.1k}, {@code $1,200, sorry, $1,100}. */
public final class CorrectedSums {
    /** The most words between a sum and the correction: {@code left for this}. */
    private static final int REACH = 4;

    private CorrectedSums() {}

    /** Returns the last sum of a message that corrects the one before it, or null. */
    public static @Nullable Money last(ParseState state) {
        List<Money> sums = state.candidates.money();
        Money last = sums.size() < 2 ? null : sums.getLast();
        return last != null && corrects(state, sums.get(sums.size() - 2), last.first()) ? last : null;
    }

    /** True if a number, or the sign before it, follows a sum and the words that take it back. */
    static boolean corrects(ParseState state, Money sum, int first) {
        if (!state.has(Cue.CORRECTION) && !state.has(Cue.RESET)) {
            return false;
        }
        boolean corrected = false;
        int at = first - 1;
        while (at > sum.last() && isCorrection(state, at)) {
            corrected |= state.isAt(at, Cue.CORRECTION) || state.isAt(at, Cue.RESET);
            at--;
        }
        boolean near = at - sum.last() <= REACH;
        for (int i = sum.last() + 1; near && i <= at; i++) {
            near = !state.isNumberAt(i) && !state.isBreakAt(i);
        }
        return corrected && near;
    }

    private static boolean isCorrection(ParseState state, int at) {
        return state.isBreakAt(at)
                || state.isAt(at, Cue.CORRECTION)
                || state.isAt(at, Cue.RESET)
                || state.hasTyped(at, Trait.SAYS_NO);
    }
}
