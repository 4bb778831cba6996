package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Intent;

/**
 * A model whose price somebody else asks for: {@code the councillor asks what 4o mini would be}, {@code my boss wants to know about nano}. Of
 * {@code my nephew asks whether gpt-4o can see him} nothing is a price.
 */
public final class ModelAskedAbout {
    private ModelAskedAbout() {}

    /** True of a message in a conversation that names one model and says that somebody asks what it costs. */
    public static boolean isIn(ParseState state) {
        return state.mayEdit()
                && state.mentions.size() == 1
                && state.hasTypedAnywhere(Trait.INQUIRES)
                && is(state, state.mentions.getFirst());
    }

    /** True if somebody asks what a model costs. */
    static boolean is(ParseState state, Mention model) {
        int led = state.hasTyped(model.first() - 1, Trait.DEFINITE_ARTICLE) ? model.first() - 2 : model.first() - 1;
        int next = model.last() + 1;
        boolean about = state.isAt(led, Cue.ABOUT) && ends(state, next);
        boolean what = state.isAt(led, Cue.QUESTION) || state.isAt(led, Cue.ABILITY);
        if (!about && !(what && isPrice(state, next))) {
            return false;
        }
        for (int i = led - 1; i >= state.sentence(model.first()).first() && !state.isNumberAt(i); i--) {
            if (state.hasTyped(i, Trait.INQUIRES)) {
                return true;
            }
        }
        return false;
    }

    /** {@code would be}, {@code will come to}; but not the {@code is} of {@code what llama 8b is}. */
    private static boolean isPrice(ParseState state, int next) {
        int verb = state.hasTyped(next, Trait.AUXILIARY) ? next + 1 : next;
        boolean estimates = state.token(Math.min(verb, state.size() - 1)).intent() == Intent.ESTIMATE;
        boolean be = state.isAt(verb, Cue.IS) && (verb > next || !state.isAt(verb, Trait.FORM_OF_BE));
        return (estimates || be) && ends(state, verb + 1);
    }

    private static boolean ends(ParseState state, int i) {
        return state.isBreakAt(i) || state.isAt(i, Category.COURTESIES) || state.isAt(i, Cue.INSTEAD);
    }
}
