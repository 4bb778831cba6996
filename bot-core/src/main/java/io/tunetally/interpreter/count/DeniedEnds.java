package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.sentence.ParseState;

/** Ignores an end that is denied beside the one that holds: the 200 of {@code would only shrink to 1,500, not to 200}. */
public final class DeniedEnds {
    private DeniedEnds() {}

    /** Ignores the numbers; before others are read. */
    public static void read(ParseState state) {
        for (int to = 2; state.has(Cue.NOT) && state.has(Cue.TO) && to + 1 < state.size(); to++) {
            boolean denied = state.isAt(to, Cue.TO) && state.isAt(to - 1, Cue.NOT) && state.isNumberAt(to + 1);
            if (denied && isEnd(state, state.isSymbolAt(to - 2, ',') ? to - 3 : to - 2)) {
                boolean unit = state.isUnitAt(to + 2);
                state.ignore(to + 1, unit ? to + 2 : to + 1);
                state.candidates.settle(to + 1);
            }
        }
    }

    /** {@code to 1,500}, {@code to 900 tokens}. */
    private static boolean isEnd(ParseState state, int last) {
        int number = state.isUnitAt(last) ? last - 1 : last;
        return state.isNumberAt(number) && state.isAt(number - 1, Cue.TO);
    }
}
