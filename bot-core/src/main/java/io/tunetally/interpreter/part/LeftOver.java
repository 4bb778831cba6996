package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;

/** Counts of what is left, from which nothing is taken off again. */
final class LeftOver {
    private LeftOver() {}

    /**
     * {@code 8,500 are left after I removed 1,150}, {@code kept 14,902 records, dropped 311}, {@code loaded 88,120 (dropped
     * 1,204)}: nothing is taken off the rest.
     */
    static boolean is(ParseState state, int whole, int part) {
        int verb = state.isSymbolAt(whole - 1, ':') ? whole - 2 : whole - 1;
        // "we have kept 2,150 reports since 2009" tells what there is.
        boolean owned = state.hasTyped(verb - 1, Trait.OWNS);
        if ((state.hasTyped(verb, Trait.REMAINS) && !owned) || Corrections.isResult(state, whole)) {
            return true;
        }
        boolean loaded = state.hasTyped(verb, Trait.LOADS);
        for (int i = whole + 1; i < part; i++) {
            if ((loaded && state.isSymbolAt(i, '('))
                    || (state.hasTyped(i, Trait.REMAINS)
                            && !state.isAt(i + 1, Cue.THEM)
                            && !state.isAt(i - 1, Cue.ARTICLE))
                    || isAfterIt(state, i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 4,000 after cleaning, 300 dropped}, but not {@code after that I take out 100}, {@code later we drop 100}. */
    private static boolean isAfterIt(ParseState state, int i) {
        boolean after = state.isAt(i, Trait.AFTER) || state.hasTyped(i, Trait.AFTERWARDS);
        int next = state.hasTyped(i + 1, Trait.PRONOUN) ? i + 2 : i + 1;
        boolean step = (next > i + 1 || !state.isAt(i, Trait.AFTER))
                && (takesAway(state, next) || (state.isAt(next, Cue.PERSON) && takesAway(state, next + 1)));
        return after && !step;
    }

    /** True of {@code dropped}, {@code we removed}, {@code take out}, {@code dedupe drops}. */
    static boolean takesAway(ParseState state, int verb) {
        boolean sifts = !state.isNumberAt(verb)
                && !state.isNumberAt(verb - 1)
                && state.hasTyped(verb, Trait.SIFTS)
                && state.hasTyped(verb - 1, Trait.SIFTER);
        return sifts || (!state.isNumberAt(verb) && (state.hasTyped(verb, Trait.LOSES) || state.isAt(verb, Cue.DROP)));
    }
}
