package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;

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
                || isWished(state);
    }

    /** {@code give me claude}, {@code we want claude}; what {@code the otters want} is no wish of the asker's. */
    private static boolean isWished(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            boolean wish = state.isAt(i, Trait.DEMAND) || state.hasTyped(i, Trait.DEMANDS);
            Token before = state.at(i - 1);
            if (wish && (before == null || before.kind != Token.Kind.WORD)) {
                return true;
            }
        }
        return false;
    }
}
