package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;

/** Finds out whether a message takes a name or a value out: {@code without openai}, {@code fireworks out}. */
public final class Exclusion {
    /** The distance between the word for a preference and what it is set before. */
    private static final int REACH = 12;

    private static final int REACH_OF_THAN = 4;

    private Exclusion() {}

    /** {@code together is off the list}, {@code azure is out}, {@code full is not possible}. */
    private static boolean isOff(ParseState state, int verb) {
        return state.isAt(verb, Cue.IS)
                && (state.hasTyped(verb + 1, Trait.OFF)
                        || state.isAt(verb + 1, Cue.OUT)
                        || state.isAt(verb + 1, Cue.RULED_OUT))
                && !state.isNumberAt(verb + 2);
    }

    /** {@code sooner qwen than another openai model}. */
    private static boolean isLessPreferred(ParseState state, int index) {
        int than = -1;
        for (int i = index - 1; i >= Math.max(0, index - REACH) && !state.isBreakAt(i); i--) {
            boolean leads = than < 0 && i >= index - REACH_OF_THAN && state.hasTyped(i, Trait.THAN);
            than = leads ? i : than;
            if (than >= 0 && state.hasTyped(i, Trait.PREFERS)) {
                return true;
            }
        }
        return false;
    }

    /** The end of {@code nano can go} and of {@code nano can go now}. */
    private static boolean endsSoon(ParseState state, int next) {
        return state.isBreakAt(next)
                || (state.isBreakAt(next + 1)
                        && (state.isAt(next, Category.FUNCTIONS) || state.hasTyped(next, Trait.CONCLUDES)));
    }

    /** True if words before or after a token take it out. */
    public static boolean isExcluded(ParseState state, int index) {
        boolean out = state.isAt(index + 1, Cue.OUT)
                && (state.isBreakAt(index + 2) || state.isAt(index + 2, Cue.OF))
                && !state.isNumberAt(index - 1);
        boolean ruledOut = state.isAt(index + 1, Cue.RULED_OUT) || state.isAt(index - 1, Cue.RULED_OUT);
        boolean goes = state.hasTyped(index + 1, Trait.GOES) && endsSoon(state, index + 2);
        boolean labelled = state.isSymbolAt(index - 1, ':')
                && index > 1
                && (state.hasTyped(index - 2, Trait.DISCARDED) || state.isAt(index - 2, Cue.RULED_OUT));
        return out
                || goes
                || labelled
                || isLessPreferred(state, index)
                || (index > 0
                        && state.hasTyped(index - 1, Trait.LOSES)
                        && !state.token(index).isNumber())
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
