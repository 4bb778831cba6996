package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;

/** Talk of what relatives and friends use, which changes no request: {@code my daughter says everybody writes essays with claude now}. */
public final class Gossip {
    private Gossip() {}

    /** True if a message names a family of models only in the mouth of people who have nothing to do with the request. */
    public static boolean is(ParseState state) {
        return state.hasTypedAnywhere(Trait.ACQUAINTANCE)
                && !state.mentions.isEmpty()
                && state.mentions.stream().allMatch(Mention::bareFamily)
                && state.candidates.all().isEmpty()
                && !isAboutRequest(state);
    }

    /** {@code my brother says we should take claude instead}: a wish of the asker's own. */
    private static boolean isAboutRequest(ParseState state) {
        return state.has(Category.INTENTS)
                || state.has(Category.TUNING)
                || state.has(Category.METHODS)
                || state.has(Cue.INSTEAD)
                || state.has(Cue.INSTEAD_OF)
                || state.has(Cue.WHAT_ABOUT)
                || state.has(Cue.ADD)
                || state.has(Cue.DROP)
                || state.has(Cue.VERSUS)
                || state.has(Cue.SAME)
                || state.has(Measure.EPOCH)
                || state.hasTypedAnywhere(Trait.DEMANDS)
                || state.any(token -> token.is(Trait.DEMAND));
    }
}
