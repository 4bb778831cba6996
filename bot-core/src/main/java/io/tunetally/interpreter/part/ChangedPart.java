package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;

/** The words around a part that say what it changes: {@code up 20%}, {@code a quarter of its length}, {@code say two thirds}. */
public final class ChangedPart {
    /** The most words between a part and the word for a length. */
    private static final int REACH = 3;

    /** A message that is no longer can be a mere factor: {@code we may have fewer, say two thirds}. */
    private static final int SHORT = 9;

    private ChangedPart() {}

    /** True of {@code a quarter of its length}, {@code half their length}. */
    public static boolean isOfLength(ParseState state, Part part) {
        for (int i = part.last() + 1; i <= part.last() + REACH; i++) {
            if (state.hasTyped(i, Trait.EXTENT)) {
                return true;
            }
            boolean small = state.hasTyped(i, Trait.PART_OF)
                    || state.isAt(i, Trait.DEFINITE_ARTICLE)
                    || state.hasTyped(i, Trait.OWNER)
                    || state.isAt(i, Category.FUNCTIONS)
                    || state.isAt(i, Cue.PERSON);
            if (!small) {
                return false;
            }
        }
        return false;
    }

    /** Returns the index of the {@code up} of {@code up 20%} and of {@code go up by 20%}, or -1. */
    public static int verb(ParseState state, int before) {
        int last = state.hasTyped(before - 1, Trait.BY) ? before - 2 : before - 1;
        // "Go down by a quarter": of two words the first has the meaning.
        for (int verb = last; verb >= Math.max(state.clause(before).first(), last - 1); verb--) {
            if (state.hasTyped(verb, Trait.GROWS)
                    || state.hasTyped(verb, Trait.SHRINKS)
                    || state.hasTyped(verb, Trait.LOSES)
                    || state.hasTyped(verb, Trait.DOWNWARDS)) {
                return verb;
            }
        }
        // "Cut our pot by a fifth", "trimmed the daily calls by a third": the verb stands before what it changes.
        for (int verb = last - 2;
                last == before - 2 && verb >= Math.max(state.clause(before).first(), last - REACH - 1);
                verb--) {
            boolean changes = state.hasTyped(verb, Trait.GROWS)
                    || state.hasTyped(verb, Trait.SHRINKS)
                    || state.hasTyped(verb, Trait.LOSES);
            if (changes && (state.isAt(verb + 1, Cue.PERSON) || state.isAt(verb + 1, Trait.DEFINITE_ARTICLE))) {
                return verb;
            }
        }
        return -1;
    }

    /** True if a message is hardly more than a factor: {@code and half?}, {@code plus 20%}, {@code we may have fewer, say two thirds}. */
    public static boolean isBare(ParseState state, int first, int last) {
        if (state.size() > SHORT || !state.mentions.isEmpty() || state.has(Cue.THANKS)) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            boolean small = (i >= first && i <= last)
                    || token.kind == Token.Kind.SYMBOL
                    || token.is(Category.FUNCTIONS)
                    || token.is(Category.COURTESIES)
                    || token.is(Cue.AND)
                    || token.is(Cue.WHAT_ABOUT)
                    || token.is(Cue.PERSON)
                    || token.is(Cue.ON)
                    || state.isBreakAt(i)
                    || state.isAt(i, Cue.THEM)
                    || state.hasTyped(i, Trait.PART_OF)
                    || state.hasTyped(i, Trait.GROWS)
                    || state.hasTyped(i, Trait.SHRINKS)
                    || state.hasTyped(i, Trait.RAISES)
                    || state.hasTyped(i, Trait.MINUS)
                    || state.hasTyped(i, Trait.SUPPOSES)
                    || state.hasTyped(i, Trait.OBLIGES)
                    || state.isPercentAt(i);
            if (!small) {
                return false;
            }
        }
        return true;
    }
}
