package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Cue;

/** Finds out whether a message takes a name or a value out: {@code without openai}, {@code fireworks out}. */
public final class Exclusion {
    private Exclusion() {}

    /** True if words before or after a token take it out. */
    public static boolean isExcluded(ParseState state, int index) {
        boolean out = state.isAt(index + 1, Cue.OUT) && state.isBreakAt(index + 2) && !state.isNumberAt(index - 1);
        return out || state.isTakenBack(index);
    }
}
