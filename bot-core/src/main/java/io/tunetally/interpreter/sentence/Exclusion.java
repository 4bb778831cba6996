package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;

/** Finds out whether a message takes a name or a value out: {@code without openai}, {@code fireworks out}. */
public final class Exclusion {
    private Exclusion() {}

    /** {@code together is off the list}, {@code azure is out}, {@code full is not possible}. */
    private static boolean isOff(ParseState state, int verb) {
        return state.isAt(verb, Cue.IS)
                && (state.hasTyped(verb + 1, Trait.OFF)
                        || state.isAt(verb + 1, Cue.OUT)
                        || state.isAt(verb + 1, Cue.RULED_OUT))
                && !state.isNumberAt(verb + 2);
    }

    /** True if words before or after a token take it out. */
    public static boolean isExcluded(ParseState state, int index) {
        boolean out = state.isAt(index + 1, Cue.OUT) && state.isBreakAt(index + 2) && !state.isNumberAt(index - 1);
        boolean ruledOut = state.isAt(index + 1, Cue.RULED_OUT) || state.isAt(index - 1, Cue.RULED_OUT);
        return out
                || ruledOut
                || isOff(state, index + 1)
                || state.isTakenBack(index)
                || Replacements.isReplaced(state, index);
    }

    /** True if a message takes a name back, or puts another in its place: {@code not the 8b}, {@code 8b -> 70b}. */
    public static boolean isGivenUp(ParseState state, int index) {
        return state.isTakenBack(index) || Replacements.isReplaced(state, index);
    }
}
